package dev.datamart.mock.grizzly;

import dev.datamart.mock.admin.ControlPlane;
import dev.datamart.mock.door.ApiExchange;
import dev.datamart.mock.door.ApiParts;
import dev.datamart.mock.operation.Routes;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;

/** The front door: leads requests of the API and of the control plane to where they belong. */
final class ApiHandler extends HttpHandler {

  private final ApiParts front;
  private final ControlPlane control;

  ApiHandler(ApiParts front, ControlPlane control) {
    this.front = front;
    this.control = control;
  }

  @Override
  public void service(Request request, Response response) throws Exception {
    HttpExchange wire = new HttpExchange(request, response);
    String path = wire.path();
    if (ControlPlane.isBelow(path)) {
      control.answer(wire, path);
    } else {
      new ApiExchange(front, wire, path, isBelowApi(path)).begin();
    }
  }

  private static boolean isBelowApi(String path) {
    return path.startsWith(Routes.API)
        && (path.length() == Routes.API.length() || path.charAt(Routes.API.length()) == '/');
  }
}
