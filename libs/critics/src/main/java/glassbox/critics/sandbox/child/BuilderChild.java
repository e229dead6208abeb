package glassbox.critics.sandbox.child;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Main class of the child that compiles: says that it is ready, then answers one request after
 * another until its parent closes the pipe. It never runs what it compiles.
 */
public final class BuilderChild {
  private static final String WARM_UP = "int f(int x){return x+1;}";

  private BuilderChild() {}

  /** Runs; takes no arguments. */
  public static void main(String[] arguments) throws IOException {
    DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in));
    DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    if (javac != null) {
      new Compiler(javac).compile(Unit.of(WARM_UP, List.of("f(1)"), false).source());
    }
    Frames.write(out, Frames.READY, 0, 0, "");
    try {
      while (true) {
        answer(in, out, javac);
      }
    } catch (EOFException gone) {
      Runtime.getRuntime().halt(0);
    }
  }

  private static void answer(DataInputStream in, DataOutputStream out, JavaCompiler javac)
      throws IOException {
    String snippet = Frames.readText(in);
    List<String> calls = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      calls.add(Frames.readText(in));
    }
    int outcome = Frames.NO_COMPILER;
    if (javac != null) {
      Builder builder = new Builder(new Compiler(javac), out);
      outcome = builder.build(snippet, calls);
      for (Program program : builder.programs()) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        program.write(new DataOutputStream(bytes));
        Frames.write(out, Frames.PROGRAM, bytes.size(), 0, "");
        bytes.writeTo(out);
      }
    }
    Frames.write(out, Frames.END, outcome, 0, "");
  }
}
