// Reads an iCalendar and prints its events as JSON, with the length in bytes of its longest line.
const fs = require("fs");
const load = require("module").createRequire(process.argv[2] + "/");
const ical = load("ical.js");

const text = fs.readFileSync(process.argv[3], "utf8");
const calendar = new (ical.default ?? ical).Component((ical.default ?? ical).parse(text));
const value = (event, name) => event.getFirstPropertyValue(name)?.toString() ?? null;
console.log(JSON.stringify({
  longest: Math.max(...text.split("\r\n").map((line) => Buffer.byteLength(line))),
  bareLineFeeds: (text.match(/(?<!\r)\n/g) ?? []).length,
  version: calendar.getFirstPropertyValue("version"),
  events: calendar.getAllSubcomponents("vevent").map((e) => ({
    uid: value(e, "uid"), start: value(e, "dtstart"), end: value(e, "dtend"), stamp: value(e, "dtstamp"), modified: value(e, "last-modified"),
    sequence: Number(value(e, "sequence")), summary: value(e, "summary"), description: value(e, "description"), url: value(e, "url"), status: value(e, "status"),
  })),
}));
