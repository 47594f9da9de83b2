using System.Text;
using LangSon.PovertyCli.Commands;
using LangSon.PovertyCli.Reporting;

// Machine output is UTF-8 whatever the locale says.
var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
if (OperatingSystem.IsWindows()) Console.OutputEncoding = utf8;
var output = new StreamWriter(new GuardedStream(Console.OpenStandardOutput(), WriteFault.StandardOutput), utf8, 64 * 1024) { NewLine = "\n" };
var error = new StreamWriter(Console.OpenStandardError(), utf8) { NewLine = "\n", AutoFlush = true };

using var interruption = new Interruption(code => Environment.Exit((int)code));
interruption.Listen();
return (int)await new Frame(output, error).InvokeAsync(Root.Whole(), args, interruption).ConfigureAwait(false);
