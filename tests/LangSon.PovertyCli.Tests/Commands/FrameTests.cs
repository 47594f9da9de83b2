using System.CommandLine;
using LangSon.PovertyCli.Commands;

namespace LangSon.PovertyCli.Tests.Commands;

/// <summary>Whatever a command does ends with a documented code and one line a reason.</summary>
public sealed class FrameTests : IDisposable
{
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };
    private readonly List<ExitCode> _givenUp = [];

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task The_code_of_a_command_is_the_programs()
    {
        Assert.Equal(ExitCode.TargetMissed, await Run(_ => Task.FromResult((int)ExitCode.TargetMissed)));
        Assert.Equal("", _error.ToString());
    }

    [Fact]
    public async Task A_fault_of_the_program_is_70_and_one_line()
    {
        Assert.Equal(ExitCode.Internal, await Run(_ => throw new InvalidOperationException("first\nsecond")));
        Assert.Equal("poverty: internal fault: InvalidOperationException: first second\n", _error.ToString());
    }

    [Fact]
    public async Task The_stack_is_shown_only_on_request()
    {
        await Run(_ => throw new InvalidOperationException("x"), "--verbose");
        Assert.Contains("   at ", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_to_stop_is_printed_and_its_code_returned()
    {
        Assert.Equal(ExitCode.Output, await Run(_ => throw new ExitException(ExitCode.Output, "cannot write out: no permission")));
        Assert.Equal("poverty: cannot write out: no permission\n", _error.ToString());
    }

    [Fact]
    public async Task Of_several_reasons_all_are_printed_and_the_strongest_returned()
    {
        var both = new AggregateException(new ExitException(ExitCode.Input, "a is damaged"), new AggregateException(new ExitException(ExitCode.Usage, "b is wrong")));
        Assert.Equal(ExitCode.Usage, await Run(_ => throw both));
        Assert.Equal("poverty: a is damaged\npoverty: b is wrong\n", _error.ToString());
    }

    [Theory]
    [InlineData(130)]
    [InlineData(143)]
    public async Task A_signal_cancels_the_command_and_names_the_code(int code)
    {
        using var interruption = new Interruption(_givenUp.Add);
        var running = Run(stop => Task.Delay(Timeout.Infinite, stop).ContinueWith<int>(_ => throw new OperationCanceledException(stop), TaskScheduler.Default), interruption);
        interruption.Request((ExitCode)code);
        Assert.Equal((ExitCode)code, await running);
        Assert.Equal("poverty: interrupted\n", _error.ToString());
        Assert.Empty(_givenUp);
    }

    [Fact]
    public async Task A_command_that_does_not_end_is_given_up_within_two_seconds()
    {
        var givenUp = new TaskCompletionSource<ExitCode>();
        using var interruption = new Interruption(givenUp.SetResult);
        interruption.Request(ExitCode.Terminated);
        Assert.Equal(ExitCode.Terminated, await givenUp.Task.WaitAsync(TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public void The_second_signal_is_not_waited_for()
    {
        using var interruption = new Interruption(_givenUp.Add);
        interruption.Request(ExitCode.Interrupted);
        interruption.Request(ExitCode.Interrupted);
        Assert.Equal([ExitCode.Interrupted], _givenUp);
        Assert.Equal(ExitCode.Interrupted, interruption.Code);
    }

    [Fact]
    public async Task A_cancellation_that_nobody_asked_for_is_a_fault_of_the_program() =>
        Assert.Equal(ExitCode.Internal, await Run(_ => throw new OperationCanceledException()));

    [Theory]
    [InlineData("unknown option \"--ot\"; did you mean \"--out\"? (see: poverty job --help)", "job", "--ot", "x", "--lang", "en")]
    [InlineData("unknown option \"--ot\"; did you mean \"--out\"? (see: poverty job --help)", "job", "--ot=x", "--lang", "en")]
    [InlineData("unknown command \"jop\"; did you mean \"job\"? (see: poverty --help)", "jop", "--lang", "en")]
    [InlineData("unknown argument \"b\" (see: poverty job --help)", "job", "a", "b", "--lang", "en")]
    [InlineData("a command is missing: job (see: poverty --help)", "--lang=en")]
    [InlineData("--threads expects a whole number of at least 1, found \"0\" (see: poverty job --help)", "job", "--threads", "0", "--lang", "en")]
    [InlineData("--threads expects a whole number of at least 1, found \"-1\" (see: poverty job --help)", "job", "--threads", "-1", "--lang", "en")]
    [InlineData("--out needs a value: --out DIR (see: poverty job --help)", "job", "--lang", "en", "--out")]
    [InlineData("--format: \"jsn\" is none of csv, json, table; did you mean \"json\"? (see: poverty job --help)", "job", "--lang", "en", "--format", "jsn")]
    [InlineData("--threads: \"two\" is not a whole number (see: poverty job --help)", "job", "--lang", "en", "--threads", "two")]
    [InlineData("--out may be given only once (see: poverty job --help)", "job", "--lang", "en", "--out", "a", "--out", "b")]
    [InlineData("không có tùy chọn \"--ot\"; có phải là \"--out\"? (xem: poverty job --help)", "job", "--ot", "x")]
    [InlineData("không có lệnh \"jop\"; có phải là \"job\"? (xem: poverty --help)", "jop")]
    [InlineData("không có tham số \"b\" (xem: poverty job --help)", "job", "a", "b")]
    [InlineData("thiếu lệnh: job (xem: poverty --help)")]
    [InlineData("--threads phải là số nguyên từ 1 trở lên, nhưng lại là \"0\" (xem: poverty job --help)", "job", "--threads", "0")]
    [InlineData("--threads phải là số nguyên từ 1 trở lên, nhưng lại là \"-1\" (xem: poverty job --help)", "job", "--threads", "-1")]
    [InlineData("--lang cần một giá trị: --lang vi|en (xem: poverty job --help)", "job", "--lang")]
    [InlineData("--lang: \"eng\" không phải một trong en, vi; có phải là \"en\"? (xem: poverty job --help)", "job", "--lang", "eng")]
    [InlineData("--threads: \"hai\" không phải số nguyên (xem: poverty job --help)", "job", "--threads", "hai")]
    [InlineData("--out chỉ được nêu một lần (xem: poverty job --help)", "job", "--out", "a", "--out", "b")]
    public async Task A_wrong_command_line_is_2_and_one_line(string expected, params string[] arguments)
    {
        using var interruption = new Interruption(_givenUp.Add);
        Assert.Equal(ExitCode.Usage, await new Frame(_output, _error).InvokeAsync(Root.Build(Job(_ => Task.FromResult(0))), arguments, interruption));
        Assert.Equal($"poverty: {expected}\n", _error.ToString());
        Assert.Equal("", _output.ToString());
    }

    [Fact]
    public async Task A_file_that_looks_like_an_option_stands_after_two_dashes() =>
        Assert.Equal(ExitCode.Done, await Run(_ => Task.FromResult(0), "--", "--ot"));

    [Fact]
    public async Task Help_begins_with_examples()
    {
        using var interruption = new Interruption(_givenUp.Add);
        Assert.Equal(ExitCode.Done, await new Frame(_output, _error).InvokeAsync(Root.Build(Job(_ => Task.FromResult(0))), ["job", "--help"], interruption));
        Assert.StartsWith("Examples / Ví dụ:\n  poverty job a\n  poverty job b\n\nDescription:\n", _output.ToString(), StringComparison.Ordinal);
        _output.GetStringBuilder().Clear();
        await new Frame(_output, _error).InvokeAsync(Root.Build(Job(_ => Task.FromResult(0))), ["--help"], interruption);
        Assert.StartsWith("Examples / Ví dụ:\n  poverty job a\n\nDescription:\n", _output.ToString(), StringComparison.Ordinal);
    }

    private async Task<ExitCode> Run(Func<CancellationToken, Task<int>> work, params string[] options)
    {
        using var interruption = new Interruption(_givenUp.Add);
        return await Run(work, interruption, options);
    }

    private Task<ExitCode> Run(Func<CancellationToken, Task<int>> work, Interruption interruption, params string[] options) =>
        new Frame(_output, _error).InvokeAsync(Root.Build(Job(work)), ["job", "--lang", "en", .. options], interruption);

    private static ExampleCommand Job(Func<CancellationToken, Task<int>> work)
    {
        var job = new ExampleCommand("job", "Does a job", "poverty job a", "poverty job b") { new Argument<string?>("FILE") { Arity = ArgumentArity.ZeroOrOne } };
        job.SetAction((_, stop) => work(stop));
        return job;
    }
}
