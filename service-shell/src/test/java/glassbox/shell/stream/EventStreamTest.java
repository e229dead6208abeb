package glassbox.shell.stream;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class EventStreamTest {

  @Test
  void writesEventsAndNothingBeforeTheFirst() throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    EventStream events = new EventStream(response, JsonMapper.shared());
    assertThat(response.getContentType()).isNull();
    assertThat(events.open()).isFalse();
    assertThat(events.send("token", Map.of("text", "a\nb"))).isTrue();
    assertThat(response.getContentType()).startsWith("text/event-stream");
    assertThat(response.getContentAsString())
        .isEqualTo("event: token\ndata: {\"text\":\"a\\nb\"}\n\n");
  }

  /** What Tomcat does once the client has closed its connection. */
  @Test
  void tellsThatTheClientIsGone() {
    MockHttpServletResponse response =
        new MockHttpServletResponse() {
          @Override
          public ServletOutputStream getOutputStream() {
            return new Broken();
          }
        };
    assertThat(new EventStream(response, JsonMapper.shared()).send("token", "x")).isFalse();
  }

  private static final class Broken extends ServletOutputStream {
    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void write(int octet) throws IOException {
      throw new IOException("Broken pipe");
    }
  }
}
