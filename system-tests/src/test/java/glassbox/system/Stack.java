package glassbox.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A stack in a home of its own, on free ports, driven through {@code ./glassbox} only. */
final class Stack implements AutoCloseable {

  private static final List<String> PORTS =
      List.of(
          "GLASSBOX_GATEWAY_PORT",
          "GLASSBOX_INFERENCE_PORT",
          "GLASSBOX_CRITIC_PORT",
          "GLASSBOX_AUDIT_PORT",
          "GLASSBOX_POSTGRES_PORT");
  private static final long COMMAND_LIMIT_SECONDS = 240;

  private final Path home;
  private final Map<String, String> environment = new HashMap<>();

  /** What a command printed, and how it ended. */
  record Said(int exit, String text) {}

  Stack(Path home) throws IOException {
    this.home = home;
    environment.put("GLASSBOX_HOME", home.toString());
    environment.put("GLASSBOX_NO_BUILD", "1");
    environment.put("GLASSBOX_NO_AOT", "1");
    environment.put("GLASSBOX_NO_EXAMPLE", "1");
    List<ServerSocket> sockets = new ArrayList<>();
    for (String name : PORTS) {
      ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      sockets.add(socket);
      environment.put(name, "" + socket.getLocalPort());
    }
    for (ServerSocket socket : sockets) {
      socket.close();
    }
  }

  int port(String service) {
    return Integer.parseInt(
        environment.getOrDefault(
            "GLASSBOX_" + service.toUpperCase(java.util.Locale.ROOT) + "_PORT", ""));
  }

  Path state() {
    return home.resolve(".glassbox");
  }

  String key() {
    return read(state().resolve("api-key")).strip();
  }

  /** Starts what does not run. */
  void up() {
    Said said = glassbox("up");
    assertThat(said.exit()).as(said.text()).isZero();
  }

  /** Runs {@code ./glassbox arguments...} from an unrelated folder. */
  Said glassbox(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(root().resolve("glassbox").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      Path output = Files.createTempFile(home, "command", ".txt");
      Process process = builder.redirectOutput(output.toFile()).start();
      if (!process.waitFor(COMMAND_LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(command + " does not end:\n" + read(output));
      }
      return new Said(process.exitValue(), read(output));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Adds a key to the keys file, as an administrator would; it holds from the next request on. */
  void addKey(String key, String tenant, String scope) throws IOException {
    Path file = state().resolve("keys.json");
    JsonMapper mapper = JsonMapper.shared();
    ObjectNode document = (ObjectNode) mapper.readTree(read(file));
    ObjectNode entry = ((ArrayNode) document.path("keys")).addObject();
    entry.put("id", tenant).put("sha256", sha256(key)).put("tenant", tenant);
    entry.putArray("scopes").add(scope);
    Path next = Files.writeString(file.resolveSibling("keys.next"), document.toString());
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String sha256(String key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The process of a service, by its pid file. */
  ProcessHandle process(String service) {
    long pid = Long.parseLong(read(state().resolve("pids/" + service + ".pid")).strip());
    return ProcessHandle.of(pid).orElseThrow(() -> new AssertionError(service + " does not run"));
  }

  /** Ends a service as {@code kill -9} would, and waits until it is gone. */
  void kill(String service) {
    kill(process(service));
  }

  /** Ends the Postgres server of the audit service as {@code kill -9} would. */
  void killPostgres() {
    String pid = read(state().resolve("postgres/postmaster.pid")).lines().findFirst().orElse("");
    ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    assertThat(postmaster.info().command().orElse("")).endsWith("/postgres");
    kill(postmaster);
  }

  /** A process that nobody has waited for stays as a name without a program. */
  private static void kill(ProcessHandle process) {
    assertThat(process.destroyForcibly()).isTrue();
    await().until(() -> !process.isAlive() || process.info().command().isEmpty());
  }

  @Override
  public void close() {
    Said said = glassbox("down");
    assertThat(said.exit()).as(said.text()).isZero();
  }

  static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path root() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("libs/contracts"))) {
        return at;
      }
    }
    throw new IllegalStateException("not inside the repository");
  }
}
