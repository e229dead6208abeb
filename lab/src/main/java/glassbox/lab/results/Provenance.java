package glassbox.lab.results;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where a result comes from.
 *
 * @param command what repeats it
 * @param commit of the code that ran, or "unknown" outside a repository
 * @param machine processor, cores, memory, system and Java
 */
public record Provenance(String command, String commit, String machine) {

  /** The provenance of a result measured here and now. */
  public static Provenance here(String command) {
    return new Provenance(command, head(), describe());
  }

  private static String head() {
    try {
      Process git =
          new ProcessBuilder(List.of("git", "rev-parse", "--short=12", "HEAD"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String out = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return out.isEmpty() ? "unknown" : out;
    } catch (IOException e) {
      return "unknown";
    }
  }

  private static String describe() {
    long memory = line("/proc/meminfo", "MemTotal").map(Provenance::gibibytes).orElse(0L);
    return "%s, %d cores, %d GiB, %s %s, Java %s"
        .formatted(
            line("/proc/cpuinfo", "model name").orElse(System.getProperty("os.arch", "unknown")),
            Runtime.getRuntime().availableProcessors(),
            memory,
            System.getProperty("os.name", "unknown"),
            System.getProperty("os.arch", "unknown"),
            System.getProperty("java.version", "unknown"));
  }

  private static long gibibytes(String kibibytes) {
    return Math.round(Long.parseLong(kibibytes.replaceAll("\\D", "")) / (1024.0 * 1024));
  }

  private static Optional<String> line(String file, String key) {
    try (var lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(key))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
