/** The few globals that a browser's worker and Node share and that the machine uses; the realm has no others. */

declare const performance: { now(): number };
declare function setTimeout(callback: () => void, milliseconds: number): number;
declare function clearTimeout(timer: number | undefined): void;

interface MessagePort {
  addEventListener(type: 'message', listener: () => void): void;
  start(): void;
  postMessage(message: unknown): void;
  close(): void;
}
declare class MessageChannel {
  readonly port1: MessagePort;
  readonly port2: MessagePort;
}
/** Each character of either text is a byte; `atob` throws for what is no Base64. */
declare function btoa(bytes: string): string;
declare function atob(base64: string): string;
