-- What Flyway did is the owner's to write: a service that changed it could pass off another schema as this one.
revoke insert, update, delete, truncate on "flyway_schema_history" from "${runtimeRole}";
