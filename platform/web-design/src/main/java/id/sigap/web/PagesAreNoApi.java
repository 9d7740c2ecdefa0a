package id.sigap.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** The OpenAPI document is for machines: what is a page stays out of it. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class PagesAreNoApi implements OASFilter {

    private static final String API = "/api/";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() != null && document.getPaths().getPathItems() != null) {
            List.copyOf(document.getPaths().getPathItems().keySet()).stream()
                    .filter(path -> !path.startsWith(API))
                    .forEach(document.getPaths()::removePathItem);
        }
    }
}
