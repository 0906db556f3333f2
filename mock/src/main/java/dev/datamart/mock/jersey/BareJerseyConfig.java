package dev.datamart.mock.jersey;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/**
 * A configuration of Jersey that looks for nothing by itself: it starts sooner and surprises less.
 */
public final class BareJerseyConfig {

  /**
   * Jersey warns of each resource that is registered as an object, and uses it all the same. Held
   * here, since a logger that nobody holds forgets its level.
   */
  private static final Logger PROVIDERS =
      Logger.getLogger("org.glassfish.jersey.internal.inject.Providers");

  static {
    PROVIDERS.setLevel(Level.SEVERE);
  }

  private BareJerseyConfig() {}

  public static ResourceConfig create() {
    return new ResourceConfig()
        .property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true)
        .property(CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE, true)
        .property(CommonProperties.JSON_PROCESSING_FEATURE_DISABLE, true)
        .property(CommonProperties.PROVIDER_DEFAULT_DISABLE, "ALL")
        .property(ServerProperties.WADL_FEATURE_DISABLE, true)
        .property(ServerProperties.BV_FEATURE_DISABLE, true);
  }
}
