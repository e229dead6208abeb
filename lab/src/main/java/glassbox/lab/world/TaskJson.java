package glassbox.lab.world;

import glassbox.lab.world.grading.Grader;
import glassbox.lab.world.label.Phrase;
import glassbox.lab.world.task.Instance;
import glassbox.lab.world.task.Reference;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A task as JSON. */
final class TaskJson {

  private static final int ID_LENGTH = 12;

  private TaskJson() {}

  static Map<String, Object> document(Instance task) {
    var document = new LinkedHashMap<String, Object>();
    document.put("id", id(task));
    document.put("domain", task.domain().id());
    document.put("split", task.split().id());
    document.put("family", task.family());
    document.put("style", task.style().id());
    task.context().ifPresent(context -> document.put("context", context.text()));
    document.put("prompt", task.prompt().text());
    document.put("tools", task.tools());
    document.put("grader", Grader.name(task.reference()));
    document.put("reference", reference(task.reference()));
    document.put("gold", task.answer().text());
    document.put("labels", labels(task));
    return document;
  }

  /** The same for the same question, in whatever draw it comes. */
  static String id(Instance task) {
    String asked =
        task.family()
            + "\n"
            + task.context().map(Phrase::text).orElse("")
            + "\n"
            + task.prompt().text();
    String digest = Digests.sha256(asked.getBytes(StandardCharsets.UTF_8));
    return task.family() + "-" + digest.substring(0, ID_LENGTH);
  }

  private static Map<String, Object> reference(Reference reference) {
    var document = new LinkedHashMap<String, Object>();
    document.put("text", reference.text());
    switch (reference) {
      case Reference.Quantity quantity -> {
        document.put("number", quantity.number());
        document.put("unit", quantity.unit());
      }
      case Reference.Choice choice -> {
        document.put("accepted", choice.accepted());
        document.put("wrong", choice.wrong());
      }
      case Reference.Route route -> {
        document.put("sites", route.sites());
        document.put("km", route.km());
      }
      case Reference.Code code -> document.put("accepted", List.of(code.text()));
    }
    return document;
  }

  private static Map<String, Object> labels(Instance task) {
    Map<String, Object> labels = TextJson.document(task.text());
    labels.remove("domain");
    return labels;
  }
}
