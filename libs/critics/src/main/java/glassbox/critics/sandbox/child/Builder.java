package glassbox.critics.sandbox.child;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.tools.Diagnostic;

/**
 * Compiles a snippet with its calls and checks what it refers to; everything told as it becomes
 * known. Nothing of the snippet is run.
 */
final class Builder {
  private static final int MOST_PROBLEMS = 50;
  private final Compiler compiler;
  private final DataOutputStream out;
  private final List<Program> programs = new ArrayList<>();

  Builder(Compiler compiler, DataOutputStream out) {
    this.compiler = compiler;
    this.out = out;
  }

  /** What may be run, in order; also where a later call is refused. */
  List<Program> programs() {
    return programs;
  }

  /** Gives the outcome. Used once. */
  int build(String snippet, List<String> calls) throws IOException {
    List<Integer> all = IntStream.range(0, calls.size()).boxed().toList();
    Unit unit = Unit.of(snippet, calls, false);
    Compilation whole = compiler.compile(unit.source());
    boolean sound = whole.compiled() && standsAlone(whole, unit);
    if (!sound && !calls.isEmpty()) {
      unit = Unit.of(snippet, List.of(), false);
      whole = compiler.compile(unit.source());
    }
    tell(whole, unit, snippet.length());
    if (!whole.compiled()) {
      return Frames.COMPILE_ERROR;
    }
    if (refused(whole)) {
      return Frames.FORBIDDEN;
    }
    if (!sound) {
      return call(snippet, calls, all);
    }
    if (!calls.isEmpty()) {
      keep(all, whole);
    }
    return Frames.RAN;
  }

  /** Whether the snippet ends where it should: no call mends a brace or comment left open. */
  private static boolean standsAlone(Compilation whole, Unit unit) {
    return unit.calls().stream().allMatch(call -> whole.members().contains((long) call));
  }

  /** All calls at once; where they do not compile together, each by itself. */
  private int call(String snippet, List<String> calls, List<Integer> which) throws IOException {
    List<String> chosen = which.stream().map(calls::get).toList();
    Compilation whole = compiler.compile(Unit.of(snippet, chosen, false).source());
    if (!whole.compiled()) {
      Compilation within = compiler.compile(Unit.of(snippet, chosen, true).source());
      if (!within.compiled() && which.size() > 1) {
        for (int one : which) {
          int outcome = call(snippet, calls, List.of(one));
          if (outcome != Frames.RAN) {
            return outcome;
          }
        }
        return Frames.RAN;
      }
      if (!within.compiled()) {
        Frames.write(out, Frames.THROWN, which.getFirst(), 0, "the call does not compile");
        return Frames.RAN;
      }
      whole = within;
    }
    if (refused(whole)) {
      return Frames.FORBIDDEN;
    }
    keep(which, whole);
    return Frames.RAN;
  }

  private void keep(List<Integer> which, Compilation compilation) {
    Map<String, byte[]> classes = new LinkedHashMap<>();
    compilation.classes().forEach((name, type) -> classes.put(name, type.bytes()));
    programs.add(new Program(which, classes));
  }

  private boolean refused(Compilation compilation) throws IOException {
    Set<String> names =
        References.refused(
            compilation.classes().values().stream().map(MemoryClass::bytes).toList());
    int told = 0;
    for (String name : names) {
      if (told++ < MOST_PROBLEMS) {
        Frames.write(out, Frames.PROBLEM, 0, 0, "it may not use " + name);
      }
    }
    return !names.isEmpty();
  }

  private void tell(Compilation compilation, Unit unit, int length) throws IOException {
    int told = 0;
    for (Diagnostic<?> diagnostic : compilation.diagnostics()) {
      if (ofCalls(diagnostic.getStartPosition(), unit)) {
        continue;
      }
      boolean error = diagnostic.getKind() == Diagnostic.Kind.ERROR;
      if (told++ < MOST_PROBLEMS) {
        String message = diagnostic.getMessage(java.util.Locale.ROOT).replaceAll("\\s+", " ");
        int start = within(diagnostic.getStartPosition(), unit, length);
        int end = Math.max(start, within(diagnostic.getEndPosition(), unit, length));
        Frames.write(out, error ? Frames.PROBLEM : Frames.WARNING, start, end, message);
      }
    }
    for (LintFinding finding : compilation.lint()) {
      if (ofCalls(finding.start(), unit)) {
        continue;
      }
      if (told++ < MOST_PROBLEMS) {
        int start = within(finding.start(), unit, length);
        int end = Math.max(start, within(finding.end(), unit, length));
        Frames.write(out, Frames.WARNING, start, end, finding.message());
      }
    }
  }

  /** Whether something is said of a call; nothing is to be told of those. */
  private static boolean ofCalls(long position, Unit unit) {
    return !unit.calls().isEmpty() && position >= unit.calls().getFirst();
  }

  private static int within(long position, Unit unit, int length) {
    return Math.toIntExact(Math.clamp(position - unit.header(), 0, length));
  }
}
