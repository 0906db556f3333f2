package dev.datamart.mock.junit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Calls as any program makes them, without the client of the kit.
 *
 * @param token shown as a Bearer token; empty for none
 */
record Wire(URI base, String token) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  static Wire to(URI base) {
    return new Wire(base, "");
  }

  static Wire of(MockOrganization organization) {
    return new Wire(organization.baseUri(), organization.serviceToken());
  }

  Wire with(String otherToken) {
    return new Wire(base, otherToken);
  }

  HttpResponse<String> get(String path) {
    return send("GET", path, "");
  }

  HttpResponse<String> delete(String path) {
    return send("DELETE", path, "");
  }

  HttpResponse<String> post(String path, String json) {
    return send("POST", path, json);
  }

  HttpResponse<String> put(String path, String json) {
    return send("PUT", path, json);
  }

  HttpResponse<String> send(String method, String path, String json) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(20));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (!json.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    request.method(
        method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException broken) {
      throw new AssertionError(method + " " + path + " was not answered", broken);
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException broken) {
      throw new AssertionError(answer.body(), broken);
    }
  }
}
