package id.sigap.notifier.request;

import id.sigap.events.OperatorCode;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter(autoApply = true)
class OperatorColumn implements AttributeConverter<OperatorCode, String> {

    @Override
    public String convertToDatabaseColumn(OperatorCode operator) {
        return operator == null ? null : operator.value();
    }

    @Override
    public OperatorCode convertToEntityAttribute(String text) {
        return text == null ? null : new OperatorCode(text);
    }
}
