package id.sigap.intake.evidence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
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
    public Set<UUID> among(List<UUID> blobs) {
        return Set.copyOf(getEntityManager()
                .createQuery("select id from UploadPart where id in ?1", UUID.class)
                .setParameter(1, blobs)
                .getResultList());
    }
}
