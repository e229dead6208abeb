package glassbox.critics.sandbox.child;

import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.tools.Diagnostic;

/** One snippet: compiled, checked, its calls made; everything told as it becomes known. */
final class Runner {
  private static final int MOST_PROBLEMS = 50;
  private final Compiler compiler;
  private final DataOutputStream out;
  private final BoundedOutput printed;

  Runner(Compiler compiler, DataOutputStream out, BoundedOutput printed) {
    this.compiler = compiler;
    this.out = out;
    this.printed = printed;
  }

  /** Gives the outcome. */
  int run(String snippet, List<String> calls) throws IOException {
    Unit bare = Unit.of(snippet, List.of(), false);
    Compilation alone = compiler.compile(bare.source());
    tell(alone, bare, snippet.length());
    if (!alone.compiled()) {
      return Frames.COMPILE_ERROR;
    }
    if (refused(alone)) {
      return Frames.FORBIDDEN;
    }
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      all.add(i);
    }
    return calls.isEmpty() ? Frames.RAN : call(snippet, calls, all);
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
    return refused(whole) ? Frames.FORBIDDEN : invoke(whole, which);
  }

  private int invoke(Compilation whole, List<Integer> which) throws IOException {
    Snippets loader = new Snippets(whole.classes());
    for (int i = 0; i < which.size(); i++) {
      try {
        String value = Text.of(value(loader, i));
        Frames.write(out, Frames.VALUE, which.get(i), 0, value);
      } catch (InvocationTargetException thrown) {
        Frames.write(out, Frames.THROWN, which.get(i), 0, name(cause(thrown)));
      } catch (ReflectiveOperationException
          | RuntimeException
          | LinkageError
          | StackOverflowError e) {
        Frames.write(out, Frames.THROWN, which.get(i), 0, name(e));
      }
      if (printed.full()) {
        return Frames.LIMIT;
      }
    }
    return Frames.RAN;
  }

  private static Object value(Snippets loader, int i) throws ReflectiveOperationException {
    Constructor<?> snippet = loader.loadClass(Unit.NAME).getDeclaredConstructor();
    snippet.setAccessible(true);
    Object outer = snippet.newInstance();
    Class<?> type = loader.loadClass(Unit.NAME + "$Call" + i);
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    Object call =
        constructor.getParameterCount() == 0
            ? constructor.newInstance()
            : constructor.newInstance(outer);
    Method method = type.getDeclaredMethod("call");
    method.setAccessible(true);
    return method.invoke(call);
  }

  private static Throwable cause(InvocationTargetException thrown) {
    Throwable cause = thrown.getCause();
    return cause == null ? thrown : cause;
  }

  private static String name(Throwable thrown) {
    String message = thrown instanceof StackOverflowError ? null : thrown.getMessage();
    String name = thrown.getClass().getName();
    return message == null ? name : Text.of(name + ": " + message);
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
      boolean error = diagnostic.getKind() == Diagnostic.Kind.ERROR;
      if (told++ < MOST_PROBLEMS) {
        String message = diagnostic.getMessage(java.util.Locale.ROOT).replaceAll("\\s+", " ");
        int start = within(diagnostic.getStartPosition(), unit, length);
        int end = Math.max(start, within(diagnostic.getEndPosition(), unit, length));
        Frames.write(out, error ? Frames.PROBLEM : Frames.WARNING, start, end, message);
      }
    }
    for (LintFinding finding : compilation.lint()) {
      if (told++ < MOST_PROBLEMS) {
        int start = within(finding.start(), unit, length);
        int end = Math.max(start, within(finding.end(), unit, length));
        Frames.write(out, Frames.WARNING, start, end, finding.message());
      }
    }
  }

  private static int within(long position, Unit unit, int length) {
    return Math.toIntExact(Math.clamp(position - unit.header(), 0, length));
  }
}
