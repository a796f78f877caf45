import type { BandFace, EndorsementFace } from '../faces.ts';
import { type BandFrames, type LineFrame, STYLES } from './band-frames.ts';
import type { TextStyle } from '../drawing/canvas.ts';
import { addChineseDate, type ZonedTime } from './dates.ts';
import { BAND, QR } from '../drawing/geometry.ts';
import type { TableFonts, TextLine } from '../font/table-fonts.ts';
import type { ByteWriter } from '../pdf/byte-writer.ts';
import { drawQrCode } from './qr.ts';
import { VERIFICATION_CODE_GROUP } from '../../ids.ts';
import { WORDING } from './wording.ts';

const WIDTH = QR.x - BAND.x - BAND.label - 12;

/** Where values are written, what they are set in, and what stands around them. */
export interface BandPen {
  writer: ByteWriter;
  fonts: TableFonts;
  frames: BandFrames;
}

/** Fills the band in: everything that one copy has and another of the same certificate hasn't. */
export function drawBandValues(pen: BandPen, band: BandFace, made: ZonedTime): void {
  if (band.kind === 'plain') {
    drawMadeAt(pen, band.zone, made);
    return;
  }
  drawScenario(pen, band);
  drawValidity(pen, band);
  drawNumber(pen, band);
  drawMadeAt(pen, band.zone, made);
  drawAddress(pen, band);
  pen.writer.bytes(pen.frames.qrCode.start);
  drawQrCode(pen.writer, band.verifyUrl);
  pen.writer.bytes(pen.frames.qrCode.end);
}

function drawScenario(pen: BandPen, { scenario }: EndorsementFace): void {
  const value = startLine(pen, STYLES.strong);
  value.add(scenario['zh-CN']);
  showValue(pen, pen.frames.scenario, value);
  const gloss = startLine(pen, STYLES.gloss);
  gloss.add(scenario.en);
  showGloss(pen, pen.frames.scenario, gloss, 0);
}

function drawValidity(pen: BandPen, { days, firstDay, lastDay }: EndorsementFace): void {
  const value = startLine(pen, STYLES.strong);
  addChineseDate(value, firstDay);
  value.add('至');
  addChineseDate(value, lastDay);
  showValue(pen, pen.frames.validity, value);
  const count = String(days);
  const gloss = startLine(pen, STYLES.gloss);
  gloss.add('共');
  gloss.add(count);
  gloss.add(days === 1 ? '天 · ' : '天，含首尾两日 · ');
  const chinese = gloss.count;
  gloss.add(count);
  gloss.add(days === 1 ? ' day · ' : ' days, both included · ');
  gloss.add(firstDay);
  gloss.add(' to ');
  gloss.add(lastDay);
  showGloss(pen, pen.frames.validity, gloss, chinese);
}

function drawNumber(pen: BandPen, { number }: EndorsementFace): void {
  const value = startLine(pen, STYLES.value);
  value.add(number);
  showValue(pen, pen.frames.number, value);
  pen.writer.bytes(pen.frames.number.end);
}

function drawMadeAt(pen: BandPen, zone: string, { date, offset, time }: ZonedTime): void {
  const value = startLine(pen, STYLES.value);
  value.add(date);
  value.add(' ');
  value.add(time);
  showValue(pen, pen.frames.madeAt, value);
  const gloss = startLine(pen, STYLES.gloss);
  gloss.add('UTC');
  gloss.add(offset);
  gloss.add(' · ');
  gloss.add(zone);
  showGloss(pen, pen.frames.madeAt, gloss, 0);
}

const CODE_LABEL = { 'zh-CN': `${WORDING.code['zh-CN']} `, en: `${WORDING.code.en}:` };

function drawAddress(pen: BandPen, { verificationCode, verifyUrl }: EndorsementFace): void {
  const value = startLine(pen, STYLES.address);
  value.add(verifyUrl);
  showValue(pen, pen.frames.address, value);
  const gloss = startLine(pen, STYLES.gloss);
  gloss.add(CODE_LABEL['zh-CN']);
  const chinese = gloss.count;
  gloss.add(CODE_LABEL.en);
  for (let at = 0; at < verificationCode.length; at += VERIFICATION_CODE_GROUP) {
    gloss.add(' ');
    gloss.add(verificationCode, at, Math.min(at + VERIFICATION_CODE_GROUP, verificationCode.length));
  }
  showGloss(pen, pen.frames.address, gloss, chinese);
}

function startLine({ fonts }: BandPen, { size, weight }: TextStyle): TextLine {
  return fonts.start(weight, size);
}

function showValue({ writer }: BandPen, frame: LineFrame, line: TextLine): void {
  writer.bytes(frame.value);
  line.fit(WIDTH);
  line.show(writer, 0, line.count);
}

/** Its first characters are Chinese, `chinese` of them. */
function showGloss({ writer }: BandPen, frame: LineFrame, line: TextLine, chinese: number): void {
  writer.bytes(frame.chinese);
  line.fit(WIDTH);
  line.show(writer, 0, chinese);
  writer.bytes(frame.english);
  line.show(writer, chinese, line.count);
  writer.bytes(frame.end);
}
