using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using TradeDigest;
using TradeDigest.Functions;
using TradeDigest.Functions.Http;

var builder = FunctionsApplication.CreateBuilder(args);
builder.Configuration.AddDefaultSettings();
builder.ConfigureFunctionsWebApplication();
builder.Services.AddTradeDigest(builder.Configuration).AddApi(builder.Configuration);
OtlpExport.AddTo(builder);
builder.Build().Run();
