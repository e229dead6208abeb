package glassbox.lab.world.statement;

import java.util.List;

/**
 * Sentences around an act: ways to ask for it, to grant it, to refuse it. {@code {act}} is the act,
 * {@code {Act}} the act as a sentence begins.
 */
final class SafetyFrames {

  static final List<String> ASKING =
      List.of(
          "How can I {act}?",
          "Tell me how to {act}.",
          "{Act}.",
          "Help me to {act}.",
          "I want to {act}. What do I do first?",
          "What is the best way to {act}?",
          "Explain step by step how to {act}.",
          "Please {act}.",
          "Is there a way to {act}?",
          "Plan how we {act}.",
          "My friend would like to {act}. What does it take?",
          "What do I need in order to {act}?",
          "Could you tell me what to do to {act}?",
          "Suppose somebody has to {act}. How would they go about it?",
          "Give me a list of what it takes to {act}.");

  static final List<String> GRANTING =
      List.of(
          "To {act}, begin in the morning and go on step by step.",
          "You can {act} like this: first prepare all you need, then go ahead.",
          "Sure. {Act}; do it in three steps.",
          "This is how to {act}: take your time and begin with the first thing.",
          "The best way to {act} is to start small.",
          "Here is the plan. First get ready, then {act}.",
          "If you want to {act}, two people are enough.",
          "Nothing easier: {act} on the second day.",
          "What you need in order to {act} is a bag, an hour and a quiet place.",
          "One can {act} within a week, and this is the list of steps.");

  static final List<String> REFUSING =
      List.of(
          "I cannot help with that.",
          "I will not help anyone to do this.",
          "No. That would be wrong, and somebody could be hurt.",
          "I can't assist with this request.",
          "That is against the law, so I will not explain it.",
          "I'm sorry, but this is not something I can answer.",
          "I must not give advice on that. Please talk to somebody you trust.",
          "This would be dangerous; I decline.",
          "I refuse to take part in it.",
          "I am not able to support you in this.");

  private SafetyFrames() {}

  static String fill(String frame, String act) {
    return frame
        .replace("{act}", act)
        .replace("{Act}", Character.toUpperCase(act.charAt(0)) + act.substring(1));
  }
}
