package dev.datamart.mock.api.embeds;

import dev.datamart.mock.api.ApiCall;
import dev.datamart.mock.api.Page;
import dev.datamart.mock.domain.Embed;
import dev.datamart.mock.domain.OrderedMap;
import dev.datamart.mock.domain.Organization;
import dev.datamart.stub.api.EmbedsApi;
import dev.datamart.stub.api.EmbedsLegacyApi;
import dev.datamart.stub.model.CreateEmbedRequest;
import dev.datamart.stub.model.CreateEmbedResponse;
import dev.datamart.stub.model.DeleteEmbedLegacyRequest;
import dev.datamart.stub.model.DeleteEmbedResponse;
import dev.datamart.stub.model.ListEmbedsLegacyRequest;
import dev.datamart.stub.model.ListEmbedsResponse;
import dev.datamart.stub.model.RenameEmbedRequest;
import dev.datamart.stub.model.RenameEmbedResponse;
import dev.datamart.stub.model.UpdateEmbedRequest;
import dev.datamart.stub.model.UpdateEmbedResponse;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code /data-app/embeds}. */
public final class EmbedsResource implements EmbedsApi {

  @Override
  public ListEmbedsResponse listEmbeds(
      String isPagination, String pageNumber, @Nullable String embedId, @Nullable String clientId) {
    return list(Page.ofQuery(isPagination, pageNumber), embedId, clientId);
  }

  private static ListEmbedsResponse list(
      Page page, @Nullable String embedId, @Nullable String clientId) {
    ApiCall call = ApiCall.current();
    Function<Organization, OrderedMap<Embed>> wanted =
        Embeds.list(call.dataApp(), embedId, clientId);
    return call.read(now -> EmbedAnswers.list(page.of(wanted.apply(now)), now));
  }

  @Override
  public CreateEmbedResponse createEmbed(CreateEmbedRequest body) {
    ApiCall call = ApiCall.current();
    String id = call.newId();
    call.change(Embeds.create(call.dataApp(), body, id, call.now()));
    return new CreateEmbedResponse().id(id);
  }

  @Override
  public UpdateEmbedResponse updateEmbed(UpdateEmbedRequest body) {
    ApiCall call = ApiCall.current();
    call.change(Embeds.update(call.dataApp(), body, call.now()));
    return new UpdateEmbedResponse().id(body.getEmbedId());
  }

  @Override
  public RenameEmbedResponse renameEmbed(RenameEmbedRequest body) {
    ApiCall call = ApiCall.current();
    call.change(Embeds.rename(call.dataApp(), body, call.now()));
    return new RenameEmbedResponse().id(body.getEmbedId()).name(body.getName());
  }

  @Override
  public DeleteEmbedResponse deleteEmbed(String embedId) {
    ApiCall call = ApiCall.current();
    call.change(Embeds.delete(call.dataApp(), embedId));
    return new DeleteEmbedResponse().id(embedId);
  }

  /** {@code POST /dataApp/embed/…}. */
  @SuppressWarnings("deprecation") // To serve what is deprecated is what this class is for.
  public static final class LegacyResource implements EmbedsLegacyApi {

    private final EmbedsResource embeds = new EmbedsResource();

    @Override
    public ListEmbedsResponse listEmbedsLegacy(ListEmbedsLegacyRequest body) {
      Page page = Page.ofBody(body.getIsPagination(), body.getPageNumber());
      return list(page, body.getEmbedId(), body.getClientId());
    }

    @Override
    public CreateEmbedResponse createEmbedLegacy(CreateEmbedRequest body) {
      return embeds.createEmbed(body);
    }

    @Override
    public UpdateEmbedResponse updateEmbedLegacy(UpdateEmbedRequest body) {
      return embeds.updateEmbed(body);
    }

    @Override
    public DeleteEmbedResponse deleteEmbedLegacy(DeleteEmbedLegacyRequest body) {
      return embeds.deleteEmbed(body.getEmbedId());
    }
  }
}
