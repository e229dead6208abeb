package glassbox.critics.sandbox.child;

import java.util.Map;
import java.util.Set;

/** What compiled snippets may refer to: types, and members of some of them. */
final class Whitelist {
  private static final Set<String> LANG =
      Set.of(
          "Object",
          "String",
          "StringBuilder",
          "StringBuffer",
          "CharSequence",
          "Comparable",
          "Iterable",
          "Runnable",
          "Cloneable",
          "AutoCloseable",
          "Appendable",
          "Number",
          "Byte",
          "Short",
          "Integer",
          "Long",
          "Float",
          "Double",
          "Character",
          "Boolean",
          "Void",
          "Math",
          "StrictMath",
          "Enum",
          "Record",
          "Override",
          "Deprecated",
          "SuppressWarnings",
          "SafeVarargs",
          "FunctionalInterface",
          "System",
          "Class",
          "Throwable",
          "StackTraceElement");

  private static final Set<String> UTIL_NOT =
      Set.of(
          "Timer",
          "TimerTask",
          "ServiceLoader",
          "ResourceBundle",
          "PropertyResourceBundle",
          "ListResourceBundle",
          "Properties",
          "Formatter",
          "TooManyListenersException");

  private static final Set<String> CONCURRENT =
      Set.of(
          "ConcurrentHashMap",
          "ConcurrentMap",
          "ConcurrentLinkedQueue",
          "ConcurrentLinkedDeque",
          "ConcurrentSkipListMap",
          "ConcurrentSkipListSet",
          "CopyOnWriteArrayList",
          "CopyOnWriteArraySet",
          "ThreadLocalRandom",
          "TimeUnit");

  private static final Set<String> IO =
      Set.of("Serializable", "PrintStream", "IOException", "UncheckedIOException", "Closeable");

  private static final Set<String> TREES =
      Set.of(
          "java/util/function/",
          "java/util/stream/",
          "java/util/regex/",
          "java/util/random/",
          "java/util/concurrent/atomic/",
          "java/math/",
          "java/text/",
          "java/time/");

  private static final Set<String> CHARSET =
      Set.of("java/nio/charset/StandardCharsets", "java/nio/charset/Charset");

  /** Types that javac's own output names; members only as below. */
  private static final Set<String> BOOTSTRAP_TYPES =
      Set.of(
          "java/lang/invoke/MethodHandles", "java/lang/invoke/MethodHandles$Lookup",
          "java/lang/invoke/CallSite", "java/lang/invoke/MethodHandle",
          "java/lang/invoke/MethodType", "java/lang/invoke/TypeDescriptor",
          "java/lang/invoke/LambdaMetafactory", "java/lang/invoke/StringConcatFactory",
          "java/lang/invoke/SerializedLambda", "java/lang/runtime/ObjectMethods",
          "java/lang/runtime/SwitchBootstraps", "java/lang/MatchException");

  private static final Map<String, Set<String>> MEMBERS =
      Map.of(
          "java/lang/System",
          Set.of(
              "out",
              "err",
              "nanoTime",
              "currentTimeMillis",
              "arraycopy",
              "identityHashCode",
              "lineSeparator"),
          "java/lang/Class",
          Set.of(
              "getName",
              "getSimpleName",
              "isInstance",
              "cast",
              "hashCode",
              "equals",
              "toString",
              "desiredAssertionStatus",
              "isAssignableFrom",
              "isArray",
              "getComponentType"),
          "java/io/PrintStream",
          Set.of("print", "println", "printf", "format", "append", "flush"),
          "java/lang/invoke/LambdaMetafactory",
          Set.of("metafactory", "altMetafactory"),
          "java/lang/invoke/StringConcatFactory",
          Set.of("makeConcatWithConstants", "makeConcat"),
          "java/lang/runtime/ObjectMethods",
          Set.of("bootstrap"),
          "java/lang/runtime/SwitchBootstraps",
          Set.of("typeSwitch", "enumSwitch"),
          "java/lang/MatchException",
          Set.of("<init>"));

  private Whitelist() {}

  /** Whether a class, by its internal name, may be named at all. */
  static boolean type(String name) {
    if (TREES.stream().anyMatch(name::startsWith) || CHARSET.contains(name)) {
      return true;
    }
    if (BOOTSTRAP_TYPES.contains(name)) {
      return true;
    }
    int slash = name.lastIndexOf('/');
    String folder = slash < 0 ? "" : name.substring(0, slash);
    String simple = name.substring(slash + 1);
    int dollar = simple.indexOf('$');
    String outer = dollar < 0 ? simple : simple.substring(0, dollar);
    return switch (folder) {
      case "java/lang" ->
          LANG.contains(outer) || outer.endsWith("Exception") || outer.endsWith("Error");
      case "java/util" -> !UTIL_NOT.contains(outer);
      case "java/util/concurrent" -> CONCURRENT.contains(outer);
      case "java/io" -> IO.contains(outer);
      default -> false;
    };
  }

  /** Whether a member of an allowed class may be named. */
  static boolean member(String owner, String name) {
    Set<String> some = MEMBERS.get(owner);
    if (some != null) {
      return some.contains(name);
    }
    return !owner.startsWith("java/lang/invoke/") && !owner.startsWith("java/lang/runtime/");
  }
}
