package dev.datamart.mock.grizzly;

import dev.datamart.mock.admin.ControlPlane;
import dev.datamart.mock.door.ApiDoor;
import java.io.IOException;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;

/** Leads requests of the API and of the control plane to where they belong. */
final class ApiHandler extends HttpHandler {

  private final ApiDoor api;
  private final ControlPlane control;
  private final DelayedTasks tasks;
  private final Workers workers;

  ApiHandler(ApiDoor api, ControlPlane control, DelayedTasks tasks, Workers workers) {
    this.api = api;
    this.control = control;
    this.tasks = tasks;
    this.workers = workers;
  }

  @Override
  public void service(Request request, Response response) throws IOException {
    GrizzlyExchange exchange = new GrizzlyExchange(request, response, tasks);
    if (!ControlPlane.isBelow(exchange.path())) {
      api.serve(exchange);
    } else if (control.isQuick(exchange)) {
      exchange.send(control.answer(exchange));
    } else {
      exchange.sendWhenDone(workers, () -> control.answer(exchange));
    }
  }
}
