package glassbox.shell.stream;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/**
 * Server-sent events on a response. Nothing is written before the first event, so that a refusal
 * before it is an ordinary problem response.
 */
public final class EventStream {
  private final HttpServletResponse response;
  private final JsonMapper mapper;
  private boolean open;

  /** A stream on a response to which nothing was written. */
  public EventStream(HttpServletResponse response, JsonMapper mapper) {
    this.response = response;
    this.mapper = mapper;
  }

  /** Whether an event was written. */
  public boolean open() {
    return open;
  }

  /** Writes an event at once; false when the client is gone. */
  public boolean send(String event, Object data) {
    byte[] json = mapper.writeValueAsBytes(data);
    return write(("event: " + event + "\ndata: ").getBytes(StandardCharsets.UTF_8), json);
  }

  /** Writes what readers skip, to find out whether there is one; false when the client is gone. */
  public boolean beat() {
    return write(":".getBytes(StandardCharsets.UTF_8), new byte[0]);
  }

  private boolean write(byte[] head, byte[] body) {
    try {
      if (!open) {
        response.setContentType("text/event-stream;charset=UTF-8");
        open = true;
      }
      OutputStream out = response.getOutputStream();
      out.write(head);
      out.write(body);
      out.write("\n\n".getBytes(StandardCharsets.UTF_8));
      out.flush();
      return true;
    } catch (IOException gone) {
      return false;
    }
  }
}
