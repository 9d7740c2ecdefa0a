package id.sigap.intake.evidence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Every part of every file on its way in. */
@ApplicationScoped
class UploadParts implements PanacheRepositoryBase<UploadPart, UUID>, NamedBlobs {

    /** As they follow each other. */
    List<UUID> of(UUID upload) {
        return list("upload = ?1 order by start", upload).stream()
                .map(UploadPart::id)
                .toList();
    }

    @Override
    public boolean name(UUID blob) {
        return findById(blob) != null;
    }
}
