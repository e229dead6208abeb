package glassbox.critics.sandbox.child;

import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;

/** Makes the calls of programs; each value told as it becomes known. */
final class Runner {
  private final DataOutputStream out;
  private final BoundedOutput printed;

  Runner(DataOutputStream out, BoundedOutput printed) {
    this.out = out;
    this.printed = printed;
  }

  /** Gives the outcome: ran, or over a limit. */
  int run(List<Program> programs) throws IOException {
    for (Program program : programs) {
      int outcome = invoke(program);
      if (outcome != Frames.RAN) {
        return outcome;
      }
    }
    return Frames.RAN;
  }

  private int invoke(Program program) throws IOException {
    Snippets loader = new Snippets(program.classes());
    List<Integer> which = program.calls();
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
}
