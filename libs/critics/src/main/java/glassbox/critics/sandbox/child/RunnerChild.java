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

/**
 * Main class of the child that runs one snippet: says that it is ready, reads its programs, makes
 * their calls and ends. It ends too when its parent closes the pipe.
 */
public final class RunnerChild {
  private static final int PRINTED = 65_536;

  private RunnerChild() {}

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
    Runner.warmUp();
    Frames.write(out, Frames.READY, 0, 0, "");
    List<Program> programs = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      programs.add(Program.read(in));
    }
    watch(in);
    int outcome = new Runner(out, printed).run(programs);
    Frames.write(out, Frames.OUTPUT, 0, 0, printed.text());
    Frames.write(out, Frames.END, outcome, 0, "");
    Runtime.getRuntime().halt(0);
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
