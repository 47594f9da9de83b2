using BenchmarkDotNet.Running;

// dotnet run -c Release --project tests/LangSon.PovertyCli.Benchmarks -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(LangSon.PovertyCli.Benchmarks.HouseholdPass).Assembly).Run(args);
