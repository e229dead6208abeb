package glassbox.critics.sandbox;

import glassbox.critics.sandbox.SnippetRun.Outcome;
import glassbox.critics.sandbox.SnippetRun.Problem;
import glassbox.critics.sandbox.SnippetRun.Value;
import glassbox.critics.sandbox.child.Frames;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One child: started, asked once, ended with all its own children. */
final class ChildProcess implements AutoCloseable {
  private static final int MOST_FRAMES = 4096;
  private static final int OUT_OF_MEMORY = 3;
  private final Process process;
  private final DataInputStream in;
  private final DataOutputStream out;

  private ChildProcess(Process process) {
    this.process = process;
    this.in = new DataInputStream(process.getInputStream());
    this.out = new DataOutputStream(process.getOutputStream());
  }

  static ChildProcess start(Path classes, Confinement confinement, SandboxLimits limits)
      throws IOException {
    List<String> command = new ArrayList<>(confinement.prefix());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + limits.heapMegabytes() + "m",
            "-Xss1m",
            "-XX:MaxMetaspaceSize=96m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+DisableAttachMechanism",
            "--limit-modules",
            "java.base,jdk.compiler",
            "-cp",
            classes.toString(),
            "glassbox.critics.sandbox.child.Child",
            Integer.toString(limits.printedBytes())));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.directory(classes.toFile());
    return new ChildProcess(builder.redirectError(Redirect.DISCARD).start());
  }

  /** Asks and waits for the end; another thread ends the wait by {@link #close}. */
  SnippetRun run(String snippet, List<String> calls) throws IOException {
    if (in.readByte() != Frames.READY) {
      throw new IOException("the child is not ready");
    }
    in.readInt();
    in.readInt();
    Frames.readText(in);
    Frames.writeText(out, snippet);
    out.writeInt(calls.size());
    for (String call : calls) {
      Frames.writeText(out, call);
    }
    out.flush();
    return new Answer().read();
  }

  boolean alive() {
    return process.isAlive();
  }

  /** Whether it ended because its memory did not suffice. */
  boolean outOfMemory() {
    return !process.isAlive() && process.exitValue() == OUT_OF_MEMORY;
  }

  void await() throws InterruptedException {
    process.waitFor();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** Gathers frames until the end. */
  private final class Answer {
    private final List<Value> values = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();
    private String output = "";

    SnippetRun read() throws IOException {
      for (int i = 0; i < MOST_FRAMES; i++) {
        int kind = in.readByte();
        int first = in.readInt();
        int second = in.readInt();
        String text = Frames.readText(in);
        switch (kind) {
          case Frames.PROBLEM -> problems.add(new Problem(text, first, second));
          case Frames.WARNING -> warnings.add(new Problem(text, first, second));
          case Frames.VALUE -> values.add(new Value(first, Optional.of(text), Optional.empty()));
          case Frames.THROWN -> values.add(new Value(first, Optional.empty(), Optional.of(text)));
          case Frames.OUTPUT -> output = text;
          case Frames.END -> {
            return new SnippetRun(outcome(first), values, problems, warnings, output);
          }
          default -> throw new IOException("an unknown frame " + kind);
        }
      }
      throw new IOException("too many frames");
    }

    private Outcome outcome(int code) {
      return switch (code) {
        case Frames.RAN -> Outcome.RAN;
        case Frames.COMPILE_ERROR -> Outcome.COMPILE_ERROR;
        case Frames.FORBIDDEN -> Outcome.FORBIDDEN;
        case Frames.LIMIT -> Outcome.LIMIT;
        default -> Outcome.UNAVAILABLE;
      };
    }
  }
}
