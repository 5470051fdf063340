// Takes a frame apart, as its bytes come: sequence number, op, length, payload, checksum.
`default_nettype none

module frame_receiver (
    input  wire        clock,
    input  wire        reset,
    input  wire        begins,     // the next byte is a frame's first after its mark
    input  wire [ 7:0] data,
    input  wire        valid,
    output reg         complete,   // one clock; what follows is valid from here to the next frame
    output reg         intact,
    output wire        too_long,
    output reg  [ 7:0] number,
    output reg  [ 7:0] op,
    output reg  [15:0] length,
    input  wire [10:0] read_address,
    output wire [ 7:0] payload
);
  localparam [2:0] NUMBER = 3'd0, OP = 3'd1, LENGTH_LOW = 3'd2, LENGTH_HIGH = 3'd3,
      PAYLOAD = 3'd4, CRC_LOW = 3'd5, CRC_HIGH = 3'd6;
  localparam [15:0] LONGEST = 16'd2048;

  reg [2:0] field;
  reg [15:0] position;
  reg [7:0] crc_low;
  wire [15:0] crc;

  assign too_long = length > LONGEST;

  crc16 checksum (
      .clock(clock),
      .clear(reset || begins),
      .valid(valid && field <= PAYLOAD),
      .data(data),
      .crc(crc)
  );

  byte_buffer buffer (
      .clock(clock),
      .write_address(position[10:0]),
      .in(data),
      .write(valid && field == PAYLOAD),
      .read_address(read_address),
      .out(payload)
  );

  wire [15:0] whole_length = {data, length[7:0]};

  always @(posedge clock) begin
    complete <= 1'b0;
    if (reset || begins) begin
      field    <= NUMBER;
      position <= 16'd0;
      intact   <= 1'b0;
    end else if (valid) begin
      case (field)
        NUMBER: number <= data;
        OP: op <= data;
        LENGTH_LOW: length <= {8'd0, data};
        LENGTH_HIGH: length <= whole_length;
        PAYLOAD: position <= position + 16'd1;
        CRC_LOW: crc_low <= data;
        default: intact <= {data, crc_low} == crc;
      endcase
      case (field)
        LENGTH_HIGH: begin
          field    <= whole_length == 16'd0 ? CRC_LOW : PAYLOAD;
          complete <= whole_length > LONGEST;
        end
        PAYLOAD: if (position + 16'd1 == length) field <= CRC_LOW;
        CRC_HIGH: complete <= 1'b1;
        default: field <= field + 3'd1;
      endcase
    end
  end
endmodule

`default_nettype wire
