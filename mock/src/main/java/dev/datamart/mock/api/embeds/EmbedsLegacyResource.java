package dev.datamart.mock.api.embeds;

import dev.datamart.mock.api.Page;
import dev.datamart.stub.api.EmbedsLegacyApi;
import dev.datamart.stub.model.CreateEmbedRequest;
import dev.datamart.stub.model.CreateEmbedResponse;
import dev.datamart.stub.model.DeleteEmbedLegacyRequest;
import dev.datamart.stub.model.DeleteEmbedResponse;
import dev.datamart.stub.model.ListEmbedsLegacyRequest;
import dev.datamart.stub.model.ListEmbedsResponse;
import dev.datamart.stub.model.UpdateEmbedRequest;
import dev.datamart.stub.model.UpdateEmbedResponse;

/** {@code POST /dataApp/embed/…}. */
@SuppressWarnings("deprecation") // To serve what is deprecated is what this class is for.
public final class EmbedsLegacyResource implements EmbedsLegacyApi {

  private final EmbedsResource embeds = new EmbedsResource();

  @Override
  public ListEmbedsResponse listEmbedsLegacy(ListEmbedsLegacyRequest body) {
    return embeds.list(
        Page.ofBody(body.getIsPagination(), body.getPageNumber()),
        body.getEmbedId(),
        body.getClientId());
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
