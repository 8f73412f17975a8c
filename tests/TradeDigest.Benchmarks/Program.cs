using BenchmarkDotNet.Running;
using TradeDigest.Benchmarks;

if (args is ["--ratio", ..])
{
    Ratios.Print();
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
