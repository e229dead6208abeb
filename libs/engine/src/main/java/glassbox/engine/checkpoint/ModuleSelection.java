package glassbox.engine.checkpoint;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which modules an adapter changes, as PEFT decides it.
 *
 * @param targets the modules asked for
 * @param excluded modules left out although asked for
 * @param layers only these layers, if given
 */
public record ModuleSelection(
    Modules targets, Optional<Modules> excluded, Optional<List<Integer>> layers) {
  private static final Pattern LAYER = Pattern.compile(".*\\.[^.]*\\.(\\d+)\\..*");

  public ModuleSelection {
    layers = layers.map(List::copyOf);
  }

  /** A set of modules: by name or suffix, by a regular expression, or every linear one. */
  public sealed interface Modules {
    boolean contains(String module);
  }

  /** Modules with one of these names, or whose name ends in a dot and one of them. */
  public record Named(List<String> names) implements Modules {
    public Named {
      names = List.copyOf(names);
    }

    @Override
    public boolean contains(String module) {
      return names.stream().anyMatch(n -> module.equals(n) || module.endsWith("." + n));
    }
  }

  /** Modules whose whole name matches. */
  public record Matching(Pattern pattern) implements Modules {
    @Override
    public boolean contains(String module) {
      return pattern.matcher(module).matches();
    }
  }

  /** all-linear: every matrix of the layers; the output head is not one of them. */
  public record AllLinear() implements Modules {
    @Override
    public boolean contains(String module) {
      return true;
    }
  }

  /** Whether the module with this full name is adapted. */
  public boolean selects(String module) {
    boolean excludedHere = excluded.isPresent() && excluded.get().contains(module);
    return !excludedHere && targets.contains(module) && inLayers(module);
  }

  private boolean inLayers(String module) {
    if (layers.isEmpty()) {
      return true;
    }
    Matcher matcher = LAYER.matcher(module);
    return matcher.matches() && layers.get().contains(Integer.valueOf(matcher.group(1)));
  }
}
