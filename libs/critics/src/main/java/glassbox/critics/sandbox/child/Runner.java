package glassbox.critics.sandbox.child;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the calls of programs; each value told as it becomes known. */
final class Runner {
  private final DataOutputStream out;
  private final BoundedOutput printed;

  Runner(DataOutputStream out, BoundedOutput printed) {
    this.out = out;
    this.printed = printed;
  }

  /** Has the JVM load and link what a run needs, so that no snippet waits for it. */
  static void warmUp() throws IOException {
    String name = WarmUp.class.getName();
    Map<String, byte[]> classes = new LinkedHashMap<>();
    for (Class<?> type : List.of(WarmUp.class, WarmUp.Call0.class)) {
      try (InputStream in = type.getResourceAsStream(file(type))) {
        if (in == null) {
          throw new IOException("no " + file(type));
        }
        classes.put(type.getName(), in.readAllBytes());
      }
    }
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    int outcome =
        new Runner(new DataOutputStream(told), new BoundedOutput(1))
            .invoke(new Program(List.of(0), classes), name);
    if (outcome != Frames.RAN || told.toByteArray()[0] != Frames.VALUE) {
      throw new IOException("the warm-up does not run");
    }
  }

  private static String file(Class<?> type) {
    return type.getName().substring(type.getPackageName().length() + 1) + ".class";
  }

  /** Gives the outcome: ran, or over a limit. */
  int run(List<Program> programs) throws IOException {
    for (Program program : programs) {
      int outcome = invoke(program, Unit.NAME);
      if (outcome != Frames.RAN) {
        return outcome;
      }
    }
    return Frames.RAN;
  }

  private int invoke(Program program, String name) throws IOException {
    Snippets loader = new Snippets(program.classes());
    List<Integer> which = program.calls();
    for (int i = 0; i < which.size(); i++) {
      try {
        String value = Text.of(value(loader, name, i));
        Frames.write(out, Frames.VALUE, which.get(i), 0, value);
      } catch (InvocationTargetException thrown) {
        Frames.write(out, Frames.THROWN, which.get(i), 0, text(cause(thrown)));
      } catch (ReflectiveOperationException
          | RuntimeException
          | LinkageError
          | StackOverflowError e) {
        Frames.write(out, Frames.THROWN, which.get(i), 0, text(e));
      }
      if (printed.full()) {
        return Frames.LIMIT;
      }
    }
    return Frames.RAN;
  }

  private static Object value(Snippets loader, String name, int i)
      throws ReflectiveOperationException {
    Constructor<?> snippet = loader.loadClass(name).getDeclaredConstructor();
    snippet.setAccessible(true);
    Object outer = snippet.newInstance();
    Class<?> type = loader.loadClass(name + "$Call" + i);
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

  private static String text(Throwable thrown) {
    String message = thrown instanceof StackOverflowError ? null : thrown.getMessage();
    String name = thrown.getClass().getName();
    return message == null ? name : Text.of(name + ": " + message);
  }
}
