package dev.datamart.conformance.context;

import org.jspecify.annotations.Nullable;

/**
 * Things of a lane that requests aim at which have to be refused. Made once and used again, since a
 * conforming server leaves them as they are.
 */
final class RefusalFixtures {
  private @Nullable String datamart;
  private @Nullable String embed;
  private @Nullable App app;

  /** Forgets them all: something may have happened to them. */
  void renew() {
    datamart = null;
    embed = null;
    app = null;
  }

  /** The data app among them, when there is one already. */
  @Nullable App dataApp() {
    return app;
  }

  /** The lane's things, made by the given scene when there are none. */
  ValidCalls.Stock stock(Given maker) {
    return new ValidCalls.Stock() {
      @Override
      public String datamart() {
        String known = datamart;
        if (known == null) {
          known = maker.datamart();
          datamart = known;
        }
        return known;
      }

      @Override
      public String embed(String onto) {
        String known = embed;
        if (known == null) {
          known = maker.embed(onto);
          embed = known;
        }
        return known;
      }

      @Override
      public String dataApp() {
        return app().name();
      }

      @Override
      public String key() {
        return app().key();
      }

      private App app() {
        App known = app;
        if (known == null) {
          known = maker.dataAppWithKey();
          app = known;
        }
        return known;
      }
    };
  }
}
