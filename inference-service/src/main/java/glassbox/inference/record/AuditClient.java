package glassbox.inference.record;

import glassbox.shell.client.ServiceClients;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Sends blocks to the audit service. */
@Component
class AuditClient {
  private final RestClient audit;

  AuditClient(ServiceClients clients, AuditSettings settings) {
    this.audit = clients.to(settings.url(), settings.readTimeout());
  }

  Delivery send(byte[] block) {
    try {
      HttpStatusCode status =
          audit
              .post()
              .uri("/v1/blocks")
              .contentType(MediaType.APPLICATION_OCTET_STREAM)
              .body(block)
              .exchange((request, response) -> response.getStatusCode());
      return outcome(status);
    } catch (RestClientException e) {
      return new Delivery.Unavailable(e.getClass().getSimpleName());
    }
  }

  private static Delivery outcome(HttpStatusCode status) {
    if (status.is2xxSuccessful()) {
      return new Delivery.Accepted();
    }
    return switch (status.value()) {
      case 400, 413, 422 -> new Delivery.Refused(status.value());
      default -> new Delivery.Unavailable("HTTP " + status.value());
    };
  }
}
