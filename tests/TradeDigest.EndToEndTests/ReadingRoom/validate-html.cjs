// Reads {name: html} and prints what html-validate says of each: [{page, rule, message, line}].
const fs = require("fs");
const load = require("module").createRequire(process.argv[2] + "/");
const { HtmlValidate, StaticConfigLoader } = load("html-validate");

(async () => {
  const pages = JSON.parse(fs.readFileSync(process.argv[3], "utf8"));
  // A slash at the end of a void element is valid HTML, which the framework's renderer writes. Titles are measured with their entities.
  const validate = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ["html-validate:recommended"], rules: { "void-style": "off", "long-title": ["error", { maxlength: 150 }] } }));
  const found = [];
  for (const [page, html] of Object.entries(pages)) {
    for (const result of (await validate.validateString(html)).results) {
      found.push(...result.messages.map((m) => ({ page, rule: m.ruleId, message: m.message, line: m.line })));
    }
  }
  console.log(JSON.stringify(found));
})();
