package chaos;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The processes: started once by {@code ./glassbox up}, then, whenever one ends, started again with
 * the same command line, as a supervisor would. Safe for several threads.
 */
final class Stack implements AutoCloseable {
  private static final long LOOK_MILLIS = 100;

  /** What can be killed. */
  enum Target {
    GATEWAY,
    INFERENCE,
    CRITIC,
    AUDIT,
    POSTGRES;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean isService() {
      return this != POSTGRES;
    }
  }

  /** How a service was started. */
  private record Start(List<String> command, Map<String, String> environment) {}

  private final Path root;
  private final Path home;
  private final int port;
  private final Map<Target, Start> starts = new EnumMap<>(Target.class);
  private final Map<Target, ProcessHandle> running = new EnumMap<>(Target.class);
  private final AtomicInteger endedThemselves = new AtomicInteger();
  private final Thread supervisor =
      Thread.ofPlatform().daemon().name("supervisor").unstarted(this::watch);
  private volatile boolean ended;

  Stack(Path root, Path home, int port) {
    this.root = root;
    this.home = home;
    this.port = port;
  }

  /** Starts everything and waits until it is ready. */
  void up() throws IOException, InterruptedException {
    glassbox("up");
    for (Target target : Target.values()) {
      if (target.isService()) {
        ProcessHandle process = handle(pid(state().resolve("pids/" + target.label() + ".pid")));
        requireOurs(target, process);
        starts.put(target, start(process));
        running.put(target, process);
      }
    }
    supervisor.start();
  }

  private void glassbox(String command) throws IOException, InterruptedException {
    ProcessBuilder script =
        new ProcessBuilder(root.resolve("glassbox").toString(), command).inheritIO();
    Map<String, String> environment = script.environment();
    environment.put("GLASSBOX_HOME", home.toString());
    environment.put("GLASSBOX_PORT_BASE", Integer.toString(port));
    environment.put("GLASSBOX_NO_EXAMPLE", "1");
    if (script.start().waitFor() != 0) {
      throw new IllegalStateException("./glassbox " + command + " failed");
    }
  }

  Path state() {
    return home.resolve(".glassbox");
  }

  private static Start start(ProcessHandle process) throws IOException {
    Path proc = Path.of("/proc", Long.toString(process.pid()));
    List<String> command = zeroSeparated(proc.resolve("cmdline"));
    Map<String, String> environment = new HashMap<>();
    for (String entry : zeroSeparated(proc.resolve("environ"))) {
      int equals = entry.indexOf('=');
      environment.put(entry.substring(0, equals), entry.substring(equals + 1));
    }
    return new Start(command, environment);
  }

  private static List<String> zeroSeparated(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return List.of(text.split("\0"));
  }

  private void watch() {
    while (!ended) {
      synchronized (this) {
        running.forEach(
            (target, process) -> {
              if (!ended && isGone(process)) {
                again(target);
              }
            });
      }
      sleep(LOOK_MILLIS);
    }
  }

  private void again(Target target) {
    Start start = starts.get(target);
    if (start == null) {
      throw new IllegalStateException(target + " was never started");
    }
    endedThemselves.incrementAndGet();
    File log = state().resolve("logs/" + target.label() + ".log").toFile();
    ProcessBuilder builder = new ProcessBuilder(start.command()).directory(home.toFile());
    builder.environment().clear();
    builder.environment().putAll(start.environment());
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    try {
      Process process = builder.start();
      running.put(target, process.toHandle());
      String pid = process.pid() + "\n";
      Files.writeString(state().resolve("pids/" + target.label() + ".pid"), pid);
    } catch (IOException e) {
      System.err.println("cannot start " + target + ": " + e);
    }
  }

  /**
   * Ends a target as {@code kill -9} would.
   *
   * @return whether there was a process to kill
   */
  synchronized boolean kill(Target target) throws IOException {
    Optional<ProcessHandle> found =
        target.isService() ? Optional.ofNullable(running.get(target)) : postmaster();
    if (found.isEmpty() || isGone(found.get())) {
      return false;
    }
    ProcessHandle process = found.get();
    requireOurs(target, process);
    boolean killed = process.destroyForcibly();
    if (killed && target.isService()) {
      endedThemselves.decrementAndGet();
    }
    return killed;
  }

  private Optional<ProcessHandle> postmaster() {
    Path file = state().resolve("postgres/postmaster.pid");
    try {
      return ProcessHandle.of(pid(file));
    } catch (IOException | NumberFormatException betweenTwoStarts) {
      return Optional.empty();
    }
  }

  private static long pid(Path file) throws IOException {
    return Long.parseLong(Files.readString(file).lines().findFirst().orElse("").strip());
  }

  private static ProcessHandle handle(long pid) {
    return ProcessHandle.of(pid).orElseThrow(() -> new IllegalStateException("no process " + pid));
  }

  /** Pids are used again: only what says that it is of this home may be ended. */
  private void requireOurs(Target target, ProcessHandle process) throws IOException {
    List<String> line = zeroSeparated(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
    boolean ours =
        target.isService()
            ? line.contains("-Dglassbox.service=" + target.label())
                && line.contains("-Dglassbox.home=" + home)
            : line.getFirst().endsWith("/postgres")
                && line.contains(state().resolve("postgres").toString());
    if (!ours) {
      throw new IllegalStateException("process " + process.pid() + " is not our " + target);
    }
  }

  /** A process that nobody has waited for stays as a name without a program. */
  private static boolean isGone(ProcessHandle process) {
    return !process.isAlive() || process.info().command().isEmpty();
  }

  /** Whether all services answer that they are ready. */
  boolean isReady() {
    for (Target target : Target.values()) {
      if (target.isService() && !isReady(port + target.ordinal())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isReady(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
      socket.setSoTimeout(5000);
      String request =
          "GET /actuator/health/readiness HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] line = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
      return new String(line, StandardCharsets.US_ASCII).equals("HTTP/1.1 200");
    } catch (IOException e) {
      return false;
    }
  }

  /** How often a service ended without being killed. */
  int endedThemselves() {
    return Math.max(0, endedThemselves.get());
  }

  static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops everything that was started. */
  @Override
  public void close() throws IOException, InterruptedException {
    ended = true;
    supervisor.join();
    glassbox("down");
  }
}
