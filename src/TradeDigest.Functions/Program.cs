using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using TradeDigest;
using TradeDigest.Functions;

var builder = FunctionsApplication.CreateBuilder(args);
builder.Configuration.AddDefaultSettings();
builder.ConfigureFunctionsWebApplication();
builder.Services.AddTradeDigest(builder.Configuration);
builder.Build().Run();
