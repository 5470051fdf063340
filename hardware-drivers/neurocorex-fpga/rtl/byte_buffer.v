// The payload of one frame: 2,048 bytes of block memory, read a clock after the address.
`default_nettype none

module byte_buffer (
    input  wire        clock,
    input  wire [10:0] write_address,
    input  wire [ 7:0] in,
    input  wire        write,
    input  wire [10:0] read_address,
    output reg  [ 7:0] out
);
  reg [7:0] bytes[0:2047];

  always @(posedge clock) begin
    out <= bytes[read_address];
    if (write) bytes[write_address] <= in;
  end
endmodule

`default_nettype wire
