package glassbox.critics.sandbox.child;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * The child's main class: says that it is ready, reads one request, answers and ends. It ends too
 * when its parent closes the pipe.
 */
public final class Child {
  private static final int PRINTED = 65_536;
  private static final String WARM_UP = "int f(int x){return x+1;}";

  private Child() {}

  /**
   * Runs.
   *
   * @param arguments how many bytes a snippet may print
   */
  public static void main(String[] arguments) throws IOException {
    DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in));
    DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
    BoundedOutput printed =
        new BoundedOutput(arguments.length > 0 ? Integer.parseInt(arguments[0]) : PRINTED);
    PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(stream);
    System.setErr(stream);
    System.setIn(new ByteArrayInputStream(new byte[0]));
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    int outcome = Frames.NO_COMPILER;
    if (javac == null) {
      Frames.write(out, Frames.READY, 0, 0, "");
    } else {
      Compiler compiler = new Compiler(javac);
      compiler.compile(Unit.of(WARM_UP, List.of("f(1)"), false).source());
      Frames.write(out, Frames.READY, 0, 0, "");
      outcome = answer(in, new Runner(compiler, out, printed));
    }
    Frames.write(out, Frames.OUTPUT, 0, 0, printed.text());
    Frames.write(out, Frames.END, outcome, 0, "");
    Runtime.getRuntime().halt(0);
  }

  private static int answer(DataInputStream in, Runner runner) throws IOException {
    String snippet = Frames.readText(in);
    int count = in.readInt();
    List<String> calls = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      calls.add(Frames.readText(in));
    }
    watch(in);
    return runner.run(snippet, calls);
  }

  /** Ends the process when the parent goes: nothing more ever comes over the pipe. */
  private static void watch(DataInputStream in) {
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                if (in.read() < 0) {
                  Runtime.getRuntime().halt(1);
                }
              } catch (IOException gone) {
                Runtime.getRuntime().halt(1);
              }
            });
  }
}
