package glassbox.critics.sandbox.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the child does, in this process: forbidden snippets never get to run. */
class RunnerTest {

  private record Frame(int kind, int first, int second, String text) {}

  private record Ran(int outcome, List<Frame> frames) {
    String value(int call) {
      return frames.stream()
          .filter(f -> f.kind() == Frames.VALUE && f.first() == call)
          .map(Frame::text)
          .findFirst()
          .orElse("none");
    }

    String thrown(int call) {
      return frames.stream()
          .filter(f -> f.kind() == Frames.THROWN && f.first() == call)
          .map(Frame::text)
          .findFirst()
          .orElse("");
    }

    List<String> texts(int kind) {
      return frames.stream().filter(f -> f.kind() == kind).map(Frame::text).toList();
    }
  }

  private static Ran run(String snippet, String... calls) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      Compiler compiler = new Compiler(ToolProvider.getSystemJavaCompiler());
      DataOutputStream out = new DataOutputStream(bytes);
      Builder builder = new Builder(compiler, out);
      int built = builder.build(snippet, List.of(calls));
      int ran = new Runner(out, new BoundedOutput(1000)).run(builder.programs());
      int outcome = ran == Frames.RAN ? built : ran;
      List<Frame> frames = new ArrayList<>();
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
      while (in.available() > 0) {
        frames.add(new Frame(in.readByte(), in.readInt(), in.readInt(), Frames.readText(in)));
      }
      return new Ran(outcome, frames);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int f(int x){return x+1;} | f(3) | 4",
        "static long f(long x){return x*x;} | f(5) | 25",
        "class A { static int f(int x){return 2*x;} } | A.f(4) | 8",
        "class A { int f(int x){return 2*x;} } | new A().f(4) | 8",
        "public class Solution { public int f(int x){return 3*x;} } | f(4) | 12",
        "record P(int a, int b){ int sum(){return a+b;} } | new P(1,2).sum() | 3",
        "import java.util.*; List<Integer> f(int n){ List<Integer> l=new ArrayList<>(); for(int"
            + " i=0;i<n;i++) l.add(i*i); return l;} | f(4) | [0, 1, 4, 9]",
        "int[] f(){return new int[]{1,2};} | f() | [1, 2]",
        "String f(String s){return s + s.length();} | f(\"ab\") | ab2",
        "import java.util.stream.*; int f(int n){return"
            + " IntStream.rangeClosed(1,n).map(x->x*x).sum();} | f(3) | 14",
        "enum C {RED, BLUE} C f(int i){return switch(i){case 0->C.RED; default->C.BLUE;};} | f(1) |"
            + " BLUE",
        "int f(Object o){return switch(o){case Integer i when i>3 -> i; case String s ->"
            + " s.length(); default -> 0;};} | f(7) | 7",
        "int fib(int n){return n<2?n:fib(n-1)+fib(n-2);} | fib(15) | 610",
        "java.math.BigInteger f(int n){ var r=java.math.BigInteger.ONE; for(int i=2;i<=n;i++)"
            + " r=r.multiply(java.math.BigInteger.valueOf(i)); return r;} | f(25) |"
            + " 15511210043330985984000000",
      })
  void runsWhatPeopleWrite(String snippet, String call, String expected) {
    Ran run = run(snippet, call);
    assertThat(run.outcome()).as("%s", run.frames()).isEqualTo(Frames.RAN);
    assertThat(run.value(0)).as("%s", run.frames()).isEqualTo(expected);
  }

  @Test
  void eachCallStandsByItself() {
    Ran run = run("int f(int x){return 10/x;}", "f(5)", "f(0)", "g(1)", "f(2)");
    assertThat(run.outcome()).isEqualTo(Frames.RAN);
    assertThat(run.value(0)).isEqualTo("2");
    assertThat(run.thrown(1)).contains("ArithmeticException");
    assertThat(run.thrown(2)).contains("does not compile");
    assertThat(run.value(3)).isEqualTo("5");
  }

  @Test
  void compileErrorsNameThePlace() {
    String snippet = "import java.util.List;\nint f(int x){return y;}";
    Ran run = run(snippet);
    assertThat(run.outcome()).isEqualTo(Frames.COMPILE_ERROR);
    Frame problem =
        run.frames().stream().filter(f -> f.kind() == Frames.PROBLEM).findFirst().orElseThrow();
    assertThat(snippet.substring(problem.first(), problem.second())).isEqualTo("y");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "String f() throws Exception {return new java.util.Scanner(new"
            + " java.io.File(\"/etc/passwd\")).nextLine();}",
        "String f() throws Exception {return"
            + " java.nio.file.Files.readString(java.nio.file.Path.of(\"/etc/passwd\"));}",
        "Object f() throws Exception {return new java.net.Socket(\"127.0.0.1\", 80);}",
        "Object f() throws Exception {return new ProcessBuilder(\"ls\").start();}",
        "Object f() throws Exception {return Runtime.getRuntime().exec(\"ls\");}",
        "int f(){System.exit(0); return 1;}",
        "Object f() throws Exception {return Class.forName(\"java.lang.Runtime\");}",
        "Object f(){return \"\".getClass().getClassLoader();}",
        "Object f(){return Object.class.getMethods();}",
        "Object f(){return Thread.currentThread();}",
        "int f(){new Thread(()->{}).start(); return 1;}",
        "Object f(){return System.getProperty(\"user.home\");}",
        "Object f(){return System.getenv();}",
        "Object f(){return java.lang.invoke.MethodHandles.lookup();}",
        "Object f() throws Exception {return new java.util.Formatter(\"out.txt\");}",
        "Object f() throws Exception {return new java.io.PrintStream(\"out.txt\");}",
        "Object f(){return java.util.ServiceLoader.load(Runnable.class);}",
        "Object f(){return new java.util.Timer();}",
        "Object f(){return java.util.concurrent.Executors.newCachedThreadPool();}",
        "Object f(){System.setOut(null); return 1;}",
        "java.io.File f;",
        "Object f(){return java.util.Locale.getDefault().getClass().getModule();}",
        "static { Runtime.getRuntime().halt(7); } int f(){return 1;}",
        "Object f(){return (java.util.function.Supplier<Object>) Runtime::getRuntime;}",
        "Object f() throws Exception {return new java.io.FileOutputStream(\"out.txt\");}",
        "Object f(){Object[] a = new java.nio.file.Path[1]; return a;}",
        "int f() throws Exception {return (int) \\u0052untime.getRuntime().availableProcessors();}",
      })
  void refusesWhatReachesOutside(String snippet) {
    Ran run = run(snippet, "f()");
    assertThat(run.outcome()).as("%s", run.frames()).isEqualTo(Frames.FORBIDDEN);
    assertThat(run.texts(Frames.VALUE)).isEmpty();
    assertThat(run.texts(Frames.PROBLEM)).isNotEmpty();
  }

  @Test
  void callsAreHeldToTheSameList() {
    assertThat(
            run("int f(){return 1;}", "f() + Runtime.getRuntime().availableProcessors()").outcome())
        .isEqualTo(Frames.FORBIDDEN);
    String broken = "1); } static { Runtime.getRuntime(); } Object g(){ return (1";
    assertThat(run("int f(){return 1;}", broken).outcome()).isEqualTo(Frames.FORBIDDEN);
  }

  @Test
  void deepRecursionIsAnExceptionOfTheCall() {
    assertThat(run("int f(int x){return f(x+1)+1;}", "f(0)").thrown(0))
        .contains("StackOverflowError");
  }

  @Test
  void warnsOfWhatIsNotClean() {
    Ran run =
        run(
            "int f(String s){try{ System.out.println(s);; return s==\"a\"?1:2; }"
                + "catch(RuntimeException e){} return 0;}");
    assertThat(run.outcome()).isEqualTo(Frames.RAN);
    assertThat(run.texts(Frames.WARNING))
        .contains(
            "it prints",
            "an exception is swallowed",
            "strings are compared by identity",
            "an empty statement");
    assertThat(run("int f(int x){return x+1;}").texts(Frames.WARNING)).isEmpty();
  }

  @Test
  void callsMendNoSnippet() {
    String mending = "1);}} } class B {{ Object o = (2";
    assertThat(run("class A { int f(){return 1;}", mending).outcome())
        .isEqualTo(Frames.COMPILE_ERROR);
  }

  @Test
  void callsAreNotLinted() {
    assertThat(run("int f(int x){return x;}", "\"a\" == \"a\" ? 1 : 2").texts(Frames.WARNING))
        .isEmpty();
  }
}
