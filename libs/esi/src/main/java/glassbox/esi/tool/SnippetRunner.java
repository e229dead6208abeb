package glassbox.esi.tool;

/** Compiles and runs a piece of Java somewhere it can do no harm. */
public interface SnippetRunner {

  /**
   * The value of a call of a method.
   *
   * @param method source of one static or instance method, such as {@code int f(int x){return
   *     x+1;}}
   * @param call of it, such as {@code f(3)}
   * @return the value as Java prints it
   * @throws ToolException when it does not compile, throws, or exceeds its limits; also when no
   *     place to run it is left, with a message that says so
   */
  String run(String method, String call);
}
