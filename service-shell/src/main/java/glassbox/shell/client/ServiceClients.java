package glassbox.shell.client;

import glassbox.shell.access.ServiceToken;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Makes clients of the other services. The token goes to the service it was made for only. */
public final class ServiceClients implements AutoCloseable {

  private final RestClient.Builder builder;
  private final ServiceToken token;
  private final HttpClient http;

  /**
   * Clients that show {@code token}.
   *
   * @param builder with the application's JSON and observation
   * @param connectTimeout most time to connect
   */
  public ServiceClients(RestClient.Builder builder, ServiceToken token, Duration connectTimeout) {
    this.builder = builder;
    this.token = token;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(connectTimeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  /**
   * A client of one service.
   *
   * @param baseUrl of the service
   * @param readTimeout most time until its answer is there
   */
  public RestClient to(URI baseUrl, Duration readTimeout) {
    JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
    requests.setReadTimeout(readTimeout);
    return builder
        .clone()
        .baseUrl(baseUrl)
        .requestFactory(requests)
        .defaultHeader(ServiceToken.HEADER, token.value())
        .build();
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
