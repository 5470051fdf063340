// Sends an answer: mark, type, sequence number, status, length, payload from the buffer, CRC.
`default_nettype none

module frame_sender (
    input  wire        clock,
    input  wire        reset,
    input  wire        start,         // what follows is held until `done`
    output wire        done,
    input  wire [ 7:0] op,
    input  wire [ 7:0] number,
    input  wire [ 7:0] status,
    input  wire [10:0] length,
    output wire [10:0] read_address,
    input  wire [ 7:0] payload,       // a clock after the address
    output reg  [ 7:0] data,
    output wire        valid,
    input  wire        ready
);
  localparam [3:0] REST = 4'd0, MARK = 4'd1, OP = 4'd2, NUMBER = 4'd3, STATUS = 4'd4,
      LENGTH_LOW = 4'd5, LENGTH_HIGH = 4'd6, FETCH = 4'd7, PAYLOAD = 4'd8, CRC = 4'd9;

  reg [3:0] field;
  reg [10:0] position;
  wire [31:0] crc;

  assign done = field == REST;
  assign valid = field != REST && field != FETCH;
  assign read_address = position;

  always @(*)
    case (field)
      MARK: data = 8'he1;
      OP: data = op;
      NUMBER: data = number;
      STATUS: data = status;
      LENGTH_LOW: data = length[7:0];
      LENGTH_HIGH: data = {5'd0, length[10:8]};
      PAYLOAD: data = payload;
      default:
      case (position[1:0])
        2'd0: data = crc[7:0];
        2'd1: data = crc[15:8];
        2'd2: data = crc[23:16];
        default: data = crc[31:24];
      endcase
    endcase

  crc32 checksum (
      .clock(clock),
      .first(field == MARK),
      .valid(valid && ready && field <= PAYLOAD),
      .data(data),
      .crc(crc)
  );

  wire [10:0] next = position + 11'd1;
  wire last = next == length;

  always @(posedge clock) begin
    if (reset) begin
      field    <= REST;
      position <= 11'd0;
    end else if (done) begin
      position <= 11'd0;
      if (start) field <= MARK;
    end else if (field == FETCH) begin
      field <= PAYLOAD;
    end else if (ready) begin
      case (field)
        LENGTH_HIGH: field <= length == 11'd0 ? CRC : FETCH;
        PAYLOAD: begin
          position <= last ? 11'd0 : next;
          field    <= last ? CRC : FETCH;
        end
        CRC: begin
          position <= next;
          if (position == 11'd3) field <= REST;
        end
        default: field <= field + 4'd1;
      endcase
    end
  end
endmodule

`default_nettype wire
