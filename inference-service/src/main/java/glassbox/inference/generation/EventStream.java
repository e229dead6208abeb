package glassbox.inference.generation;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/**
 * Server-sent events on a response. Nothing is written before the first event, so that a refusal
 * before it is an ordinary problem response.
 */
final class EventStream {
  private final HttpServletResponse response;
  private final JsonMapper mapper;
  private boolean open;

  EventStream(HttpServletResponse response, JsonMapper mapper) {
    this.response = response;
    this.mapper = mapper;
  }

  /** Whether an event was written. */
  boolean open() {
    return open;
  }

  /** Writes an event at once; false when the client is gone. */
  boolean send(String event, Object data) {
    try {
      if (!open) {
        response.setContentType("text/event-stream;charset=UTF-8");
        open = true;
      }
      OutputStream out = response.getOutputStream();
      out.write(("event: " + event + "\ndata: ").getBytes(StandardCharsets.UTF_8));
      out.write(mapper.writeValueAsBytes(data));
      out.write("\n\n".getBytes(StandardCharsets.UTF_8));
      out.flush();
      return true;
    } catch (IOException gone) {
      return false;
    }
  }
}
