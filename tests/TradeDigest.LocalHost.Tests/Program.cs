using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using TradeDigest.LocalHost.Tests.Support;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.FunctionTypes = [typeof(ProcessFunctions)];
await builder.Build().RunAsync();
