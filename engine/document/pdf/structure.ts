import { type PDFContext, type PDFDict, PDFHexString, type PDFRef } from 'pdf-lib';

/** Standard structure types that the page uses (ISO 32000-1, 14.8.4). */
type StructureType = 'H1' | 'H2' | 'P' | 'Figure' | 'Form' | 'Link';

/** One element of the document's logical structure. */
export interface StructureElement {
  type: StructureType;
  /** Marked pieces of content that belong to it, in reading order. */
  mcids: number[];
  /** What a screen reader says instead of showing it. */
  alternative?: string;
  /** Its place on the page, which Figure wants: left, bottom, right, top. */
  box?: readonly [number, number, number, number];
  /** Whether it stands for an annotation, which `register` then learns. */
  annotated?: boolean;
}

/** Collects the page's logical structure in reading order. */
export class Structure {
  readonly #elements: StructureElement[] = [];
  #marks = 0;

  element(type: StructureType, more: Omit<StructureElement, 'type' | 'mcids'> = {}): StructureElement {
    const element = { type, mcids: [], ...more };
    this.#elements.push(element);
    return element;
  }

  /** The number of another piece of content of `element`. */
  mark(element: StructureElement): number {
    const mcid = this.#marks;
    this.#marks += 1;
    element.mcids.push(mcid);
    return mcid;
  }

  /**
   * Registers the tree and answers its root. The page's StructParents is 0, that of the annotations, in the order of
   * the elements that stand for them, 1 and up.
   */
  register(context: PDFContext, page: PDFRef, annotations: readonly PDFRef[]): PDFRef {
    const root = context.nextRef();
    const document = context.nextRef();
    const elements: PDFRef[] = [];
    const marked: PDFRef[] = [];
    const annotated: PDFRef[] = [];
    for (const element of this.#elements) {
      const annotation = element.annotated ? annotations[annotated.length] : undefined;
      const ref = context.register(structureElement(context, element, { parent: document, page, annotation }));
      elements.push(ref);
      for (const mcid of element.mcids) marked[mcid] = ref;
      if (element.annotated) annotated.push(ref);
    }
    const numbers = [0, marked, ...annotated.flatMap((ref, index) => [index + 1, ref])];
    const tree = {
      Type: 'StructTreeRoot',
      K: [document],
      ParentTree: context.register(context.obj({ Nums: numbers })),
      ParentTreeNextKey: annotated.length + 1,
    };
    context.assign(document, context.obj({ Type: 'StructElem', S: 'Document', P: root, K: elements }));
    context.assign(root, context.obj(tree));
    return root;
  }
}

interface Surroundings {
  parent: PDFRef;
  page: PDFRef;
  annotation: PDFRef | undefined;
}

function structureElement(context: PDFContext, element: StructureElement, around: Surroundings): PDFDict {
  const { alternative, box, mcids, type } = element;
  const { annotation, page, parent } = around;
  const reference = annotation && context.obj({ Type: 'OBJR', Obj: annotation, Pg: page });
  return context.obj({
    Type: 'StructElem',
    S: type,
    P: parent,
    Pg: page,
    K: reference ? [...mcids, reference] : mcids,
    Alt: alternative === undefined ? undefined : PDFHexString.fromText(alternative),
    A: box && { O: 'Layout', BBox: [...box], Placement: 'Block' },
  });
}
