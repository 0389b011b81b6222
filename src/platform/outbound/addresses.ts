import { BlockList, isIP } from "node:net";

const ours = new BlockList();
for (const [network, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const)
  ours.addSubnet(network, bits, "ipv4");
for (const [network, bits] of [
  ["::", 96],
  ["64:ff9b::", 96],
  ["64:ff9b:1::", 48],
  ["100::", 64],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["fec0::", 10],
  ["ff00::", 8],
] as const)
  ours.addSubnet(network, bits, "ipv6");

/** The IPv4 address inside one that is written as IPv6, such as `::ffff:10.0.0.1`. */
const mapped = (address: string): string | undefined => {
  const parts = /^::ffff:(?:(\d+\.\d+\.\d+\.\d+)|([0-9a-f]{1,4}):([0-9a-f]{1,4}))$/i.exec(address);
  if (!parts) return undefined;
  if (parts[1]) return parts[1];
  const [high, low] = [Number.parseInt(parts[2]!, 16), Number.parseInt(parts[3]!, 16)];
  return `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`;
};

/** Whether an IP address belongs to no public network: this machine, our network, reserved, multicast. */
export const isPrivateAddress = (address: string): boolean => {
  const bare = address.replace(/^\[|\]$/g, "").replace(/%.*$/, "");
  const inner = mapped(bare);
  if (inner) return isPrivateAddress(inner);
  const family = isIP(bare);
  if (family === 0) return true;
  return ours.check(bare, family === 6 ? "ipv6" : "ipv4");
};

const localNames = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa)$/i;

/** Whether a host can be told to be private without asking for its address. */
export const isPrivateHost = (hostname: string): boolean => {
  const bare = hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  if (isIP(bare)) return isPrivateAddress(bare);
  return !bare.includes(".") || localNames.test(bare);
};
