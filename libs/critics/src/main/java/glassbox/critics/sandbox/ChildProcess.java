package glassbox.critics.sandbox;

import glassbox.critics.sandbox.child.Frames;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One child, which ends with all its own children. For one thread, but for {@link #close}. */
final class ChildProcess implements AutoCloseable {

  /** What children are for. */
  enum Kind {
    /** Compiles one snippet after another, and runs none. */
    BUILDER("java.base,jdk.compiler", "BuilderChild"),
    /** Runs one snippet. */
    RUNNER("java.base", "RunnerChild");

    private final String modules;
    private final String main;

    Kind(String modules, String main) {
      this.modules = modules;
      this.main = main;
    }
  }

  private static final String PACKAGE = "glassbox.critics.sandbox.child.";
  private static final int OUT_OF_MEMORY = 3;
  private static final int BREAKING_SECONDS = 5;
  private final Process process;
  private final DataInputStream in;
  private final DataOutputStream out;
  private boolean ready;
  private int uses;

  private ChildProcess(Process process) {
    this.process = process;
    this.in = new DataInputStream(process.getInputStream());
    this.out = new DataOutputStream(process.getOutputStream());
  }

  static ChildProcess start(Kind kind, Path classes, Confinement confinement, SandboxLimits limits)
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
            kind.modules,
            "-cp",
            classes.toString(),
            PACKAGE + kind.main,
            Integer.toString(limits.printedBytes())));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.directory(classes.toFile());
    return new ChildProcess(builder.redirectError(Redirect.DISCARD).start());
  }

  /** Has a snippet compiled with its calls; another thread ends the wait by {@link #close}. */
  void build(String snippet, List<String> calls, Told told) throws IOException {
    awaitReady();
    uses++;
    Frames.writeText(out, snippet);
    out.writeInt(calls.size());
    for (String call : calls) {
      Frames.writeText(out, call);
    }
    out.flush();
    told.built(in);
  }

  /** Has the calls of a snippet's programs made, and waits for the end as above. */
  void run(Told told) throws IOException {
    awaitReady();
    out.writeInt(told.programs().size());
    for (byte[] program : told.programs()) {
      out.write(program);
    }
    out.flush();
    told.ran(in);
  }

  private void awaitReady() throws IOException {
    if (ready) {
      return;
    }
    if (in.readByte() != Frames.READY) {
      throw new IOException("the child is not ready");
    }
    in.readInt();
    in.readInt();
    Frames.readText(in);
    ready = true;
  }

  /** Snippets that it compiled. */
  int uses() {
    return uses;
  }

  boolean alive() {
    return process.isAlive();
  }

  /** Whether it ended because its memory did not suffice. */
  boolean outOfMemory() {
    return !process.isAlive() && process.exitValue() == OUT_OF_MEMORY;
  }

  /** Waits a little for the end of a child that broke off. */
  void await() throws InterruptedException {
    boolean unused = process.waitFor(BREAKING_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
