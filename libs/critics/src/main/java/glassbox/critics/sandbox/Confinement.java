package glassbox.critics.sandbox;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What this system has to confine a process with, found out once: no network interfaces ({@code
 * unshare}), no right to write files ({@code prlimit}). The check of the byte code holds without
 * either.
 *
 * @param prefix put before a command
 */
record Confinement(List<String> prefix) {
  private static final List<String> NO_FILES =
      List.of("prlimit", "--fsize=0:0", "--core=0:0", "--");
  private static final List<String> NO_NETWORK =
      List.of("unshare", "--user", "--map-root-user", "--net", "--");
  private static final int PROBE_SECONDS = 5;

  Confinement {
    prefix = List.copyOf(prefix);
  }

  static Confinement find() {
    List<String> prefix = new ArrayList<>();
    for (List<String> wrapper : List.of(NO_FILES, NO_NETWORK)) {
      if (works(wrapper)) {
        prefix.addAll(wrapper);
      }
    }
    return new Confinement(prefix);
  }

  private static boolean works(List<String> wrapper) {
    List<String> command = new ArrayList<>(wrapper);
    command.add("true");
    try {
      Process probe =
          new ProcessBuilder(command)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      boolean ended = probe.waitFor(PROBE_SECONDS, TimeUnit.SECONDS);
      if (!ended) {
        probe.destroyForcibly();
      }
      return ended && probe.exitValue() == 0;
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
