import type { DocumentType, Holder } from '../../registry/holder.ts';
import { maskDocumentNumber, maskName, maskPhone } from '../../registry/mask.ts';

/** A holder as staff see one unless they say why they need more. */
export interface MaskedHolder {
  id: string;
  name: string;
  documentType: DocumentType;
  documentNumber: string;
  phone: string | null;
}

export function maskHolder({ id, name, documentType, documentNumber, phone }: Holder): MaskedHolder {
  return {
    id,
    name: maskName(name),
    documentType,
    documentNumber: maskDocumentNumber(documentNumber),
    phone: phone === null ? null : maskPhone(phone),
  };
}
