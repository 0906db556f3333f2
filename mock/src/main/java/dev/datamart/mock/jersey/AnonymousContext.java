package dev.datamart.mock.jersey;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** What Jersey is told of the caller: nothing, since the gate has asked before. */
final class AnonymousContext implements SecurityContext {

  static final SecurityContext INSTANCE = new AnonymousContext();

  @Override
  public @Nullable Principal getUserPrincipal() {
    return null;
  }

  @Override
  public boolean isUserInRole(String role) {
    return false;
  }

  @Override
  public boolean isSecure() {
    return false;
  }

  @Override
  public @Nullable String getAuthenticationScheme() {
    return null;
  }
}
